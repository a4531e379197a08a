import { Args, Context, Extensions, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MemberLoader, type Member, type Viewer } from '@app/community';
import { pageRequest, type Connection } from '@app/kernel';
import { HelpfulnessLoader, PLACES_SHOWN, type HelpfulnessAbout } from '@app/reputation';
import { SuperfansReader, type SuperfanCandidate } from '@app/superfans';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import type { RequestContext } from '../common/request-context';
import { MemberType } from '../members/member.type';
import { HelpfulnessType } from '../reputation/helpfulness.type';
import { SuperfanConnection, SuperfanType } from './superfan.type';
import { SuperfansArgs } from './superfans.args';

/** Shows leads whom they may want to thank, or to win back. */
@Resolver(() => SuperfanType)
export class SuperfansResolver {
  constructor(
    private readonly reader: SuperfansReader,
    private readonly members: MemberLoader,
    private readonly helpfulnesses: HelpfulnessLoader,
  ) {}

  @Query(() => SuperfanConnection, {
    description: 'Whom you may want to thank, or to win back, those who help most first; found every night; for leads.',
  })
  @Allow('lead')
  superfans(@Args() args: SuperfansArgs, @CurrentViewer() viewer: Viewer): Promise<Connection<SuperfanCandidate>> {
    return this.reader.page(viewer, args, pageRequest(args));
  }

  @ResolveField(() => MemberType, { nullable: true, description: 'Who.' })
  member(
    @Parent() { communityId, memberId }: SuperfanCandidate,
    @Context() context: RequestContext,
  ): Promise<Member | null> {
    return this.members.load(context.viewerOf(communityId), memberId);
  }

  @Extensions({ listSize: PLACES_SHOWN })
  @ResolveField(() => [HelpfulnessType], {
    description:
      'How much their answers help: anywhere, then about the products and tags that they answered most about; at most ten, none before anything is known.',
  })
  async helpfulness(
    @Parent() { communityId, memberId }: SuperfanCandidate,
    @Context() context: RequestContext,
  ): Promise<HelpfulnessAbout[]> {
    return (await this.helpfulnesses.load(context.viewerOf(communityId), memberId)) ?? [];
  }
}
