import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MemberLoader, type Member, type Viewer } from '@app/community';
import { pageRequest, type Connection } from '@app/kernel';
import {
  AnomaliesReader,
  AnomalyDecidingService,
  AnomalyLoader,
  type ReputationAnomaly,
  type ReputationEntry,
} from '@app/reputation';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { PageArgs } from '../common/page.args';
import type { RequestContext } from '../common/request-context';
import { MemberType } from '../members/member.type';
import {
  AnomaliesArgs,
  AnomalyConfirmationConnection,
  AnomalyConnection,
  AnomalyType,
  DecideAnomalyInput,
} from './anomaly.type';

/** Members of an anomaly that are shown; all of them are counted. */
const SHOWN = 50;

/** Shows leads what does not look like help that helped, and lets them decide. */
@Resolver(() => AnomalyType)
export class AnomalyResolver {
  constructor(
    private readonly reader: AnomaliesReader,
    private readonly deciding: AnomalyDecidingService,
    private readonly loader: AnomalyLoader,
    private readonly people: MemberLoader,
  ) {}

  @Query(() => AnomalyConnection, {
    description: 'Rings, bursts and one-way stars that were found in the ledger, the newest first; for leads.',
  })
  @Allow('lead')
  reputationAnomalies(
    @Args() args: AnomaliesArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Connection<ReputationAnomaly>> {
    return this.reader.page(viewer, args.state, pageRequest(args));
  }

  @Mutation(() => AnomalyType, {
    description: 'All confirmations of an open anomaly no longer count. It can be taken back.',
  })
  @Allow('leadPeople')
  async reverseAnomaly(
    @Args('input') input: DecideAnomalyInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ReputationAnomaly | null> {
    await this.deciding.reverse(viewer, input);
    return this.loader.load(viewer, input.anomalyId);
  }

  @Mutation(() => AnomalyType, {
    description: 'Takes back that an anomaly was reversed: everything counts as if it had not been.',
  })
  @Allow('leadPeople')
  async takeBackReversal(
    @Args('input') input: DecideAnomalyInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ReputationAnomaly | null> {
    await this.deciding.takeBack(viewer, input);
    return this.loader.load(viewer, input.anomalyId);
  }

  @Mutation(() => AnomalyType, {
    description: 'An open anomaly is as it should be; what a burst held counts from now on.',
  })
  @Allow('leadPeople')
  async dismissAnomaly(
    @Args('input') input: DecideAnomalyInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ReputationAnomaly | null> {
    await this.deciding.dismiss(viewer, input);
    return this.loader.load(viewer, input.anomalyId);
  }

  @ResolveField(() => Int, { description: 'How many accounts are in it.' })
  memberCount(@Parent() { memberIds }: ReputationAnomaly): number {
    return memberIds.length;
  }

  @ResolveField(() => Int, { description: 'How many confirmations it is made of.' })
  confirmationCount(@Parent() { entryIds }: ReputationAnomaly): number {
    return entryIds.length;
  }

  @ResolveField(() => MemberType, { nullable: true, description: 'Whom it helps; null where it helps all in it.' })
  subject(
    @Parent() { communityId, subjectId }: ReputationAnomaly,
    @Context() context: RequestContext,
  ): Promise<Member | null> | null {
    return subjectId ? this.people.load(context.viewerOf(communityId), subjectId) : null;
  }

  @ResolveField(() => [MemberType], { description: `The accounts in it, ${SHOWN} of them at most.` })
  async members(
    @Parent() { communityId, memberIds }: ReputationAnomaly,
    @Context() context: RequestContext,
  ): Promise<Member[]> {
    const viewer = context.viewerOf(communityId);
    const members = await Promise.all(memberIds.slice(0, SHOWN).map((id) => this.people.load(viewer, id)));
    return members.filter((member) => member !== null);
  }

  @ResolveField(() => AnomalyConfirmationConnection, { description: 'The confirmations in it, the oldest first.' })
  confirmations(
    @Parent() anomaly: ReputationAnomaly,
    @Args() page: PageArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<ReputationEntry>> {
    return this.reader.confirmations(context.viewerOf(anomaly.communityId), anomaly, pageRequest(page));
  }
}
