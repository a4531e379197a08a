import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MemberLoader, type Member, type Viewer } from '@app/community';
import { pageRequest, type Connection } from '@app/kernel';
import {
  DisputeDecidingService,
  DisputeLoader,
  DisputesReader,
  DisputingService,
  type ReputationDispute,
} from '@app/reputation';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import type { RequestContext } from '../common/request-context';
import { MemberType } from '../members/member.type';
import {
  DecideDisputeInput,
  DisputeConnection,
  DisputeReputationInput,
  DisputesArgs,
  DisputeType,
} from './dispute.type';

/** Lets members contest what their ledger says, and leads decide. */
@Resolver(() => DisputeType)
export class DisputeResolver {
  constructor(
    private readonly disputing: DisputingService,
    private readonly deciding: DisputeDecidingService,
    private readonly reader: DisputesReader,
    private readonly loader: DisputeLoader,
    private readonly members: MemberLoader,
  ) {}

  @Query(() => DisputeConnection, {
    description: 'What members contest and nobody has decided, oldest first; for leads.',
  })
  @Allow('lead')
  reputationDisputes(
    @Args() args: DisputesArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Connection<ReputationDispute>> {
    return this.reader.open(viewer, pageRequest(args));
  }

  @Query(() => DisputeConnection, { description: 'What you have contested, the oldest first, with what was decided.' })
  @Allow('participate')
  myReputationDisputes(
    @Args() args: DisputesArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Connection<ReputationDispute>> {
    return this.reader.own(viewer, pageRequest(args));
  }

  @Mutation(() => DisputeType, {
    description: 'Contests a line of your own ledger: a lead will decide, and the outcome becomes a line.',
  })
  @Allow('participate')
  async disputeReputation(
    @Args('input') input: DisputeReputationInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ReputationDispute | null> {
    return this.loader.load(viewer, await this.disputing.dispute(viewer, input));
  }

  @Mutation(() => DisputeType, { description: 'Decides about a dispute.' })
  @Allow('leadPeople')
  async decideDispute(
    @Args('input') input: DecideDisputeInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ReputationDispute | null> {
    await this.deciding.decide(viewer, input);
    return this.loader.load(viewer, input.disputeId);
  }

  @ResolveField(() => MemberType, { nullable: true, description: 'Who contests.' })
  member(
    @Parent() { communityId, memberId }: ReputationDispute,
    @Context() context: RequestContext,
  ): Promise<Member | null> {
    return this.members.load(context.viewerOf(communityId), memberId);
  }
}
