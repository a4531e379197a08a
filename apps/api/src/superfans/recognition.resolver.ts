import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MemberLoader, type Member, type Viewer } from '@app/community';
import { pageRequest, type Connection } from '@app/kernel';
import { RecognitionLoader, RecognitionService, RecognitionsReader, type Recognition } from '@app/superfans';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import type { RequestContext } from '../common/request-context';
import { MemberType } from '../members/member.type';
import { RecogniseMemberInput, RecognitionsArgs, WithdrawBadgeInput } from './recognition.input';
import { RecognitionConnection, RecognitionType } from './recognition.type';

/** Recognising those who help. */
@Resolver(() => RecognitionType)
export class RecognitionResolver {
  constructor(
    private readonly service: RecognitionService,
    private readonly loader: RecognitionLoader,
    private readonly reader: RecognitionsReader,
    private readonly members: MemberLoader,
  ) {}

  @Query(() => RecognitionConnection, {
    description: 'How you were recognised, the newest first; leads can ask for that of others.',
  })
  @Allow('participate')
  recognitions(@Args() args: RecognitionsArgs, @CurrentViewer() viewer: Viewer): Promise<Connection<Recognition>> {
    return this.reader.page(viewer, args.memberId ?? null, pageRequest(args));
  }

  @Mutation(() => RecognitionType, {
    description:
      'Thanks a member, makes a champion of a customer, or gives a badge that all can see. It earns no trust.',
  })
  @Allow('leadPeople')
  async recogniseMember(
    @Args('input') input: RecogniseMemberInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Recognition | null> {
    return this.loader.load(viewer, await this.service.recognise(viewer, input));
  }

  @Mutation(() => RecognitionType, { description: 'Takes back a badge; that it was given stays known.' })
  @Allow('leadPeople')
  async withdrawBadge(
    @Args('input') { recognitionId }: WithdrawBadgeInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Recognition | null> {
    await this.service.withdrawBadge(viewer, recognitionId);
    return this.loader.load(viewer, recognitionId);
  }

  @ResolveField(() => MemberType, { nullable: true, description: 'Whom.' })
  member(@Parent() { communityId, memberId }: Recognition, @Context() context: RequestContext): Promise<Member | null> {
    return this.members.load(context.viewerOf(communityId), memberId);
  }

  @ResolveField(() => MemberType, { nullable: true, description: 'By whom.' })
  givenBy(
    @Parent() { communityId, givenById }: Recognition,
    @Context() context: RequestContext,
  ): Promise<Member | null> {
    return this.members.load(context.viewerOf(communityId), givenById);
  }
}
