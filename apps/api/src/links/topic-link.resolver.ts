import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MemberLoader, TopicsReader, type Member, type TopicLinkRow, type TopicRow } from '@app/community';
import type { RequestContext } from '../common/request-context';
import { MemberType } from '../members/member.type';
import { TopicType } from '../topics/topic.type';
import { TopicLinkType } from './topic-link.type';

/** What a link leads to. */
@Resolver(() => TopicLinkType)
export class TopicLinkResolver {
  constructor(
    private readonly topics: TopicsReader,
    private readonly members: MemberLoader,
  ) {}

  @ResolveField(() => TopicType, { nullable: true, description: 'The topic at the other end.' })
  topic(
    @Parent() { communityId, otherId }: TopicLinkRow,
    @Context() context: RequestContext,
  ): Promise<TopicRow | null> {
    return this.topics.load(context.viewerOf(communityId), otherId);
  }

  @ResolveField(() => MemberType, { nullable: true, description: 'Who made the link, where that is known.' })
  linkedBy(
    @Parent() { communityId, linkedById }: TopicLinkRow,
    @Context() context: RequestContext,
  ): Promise<Member | null> | null {
    return linkedById ? this.members.load(context.viewerOf(communityId), linkedById) : null;
  }

  @ResolveField(() => MemberType, { nullable: true, description: 'Who confirmed that it is a duplicate.' })
  confirmedBy(
    @Parent() { communityId, confirmedById }: TopicLinkRow,
    @Context() context: RequestContext,
  ): Promise<Member | null> | null {
    return confirmedById ? this.members.load(context.viewerOf(communityId), confirmedById) : null;
  }
}
