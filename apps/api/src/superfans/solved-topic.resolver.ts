import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MemberLoader, TopicsReader, type Member, type TopicRow } from '@app/community';
import type { SolvedTopic } from '@app/superfans';
import type { RequestContext } from '../common/request-context';
import { MemberType } from '../members/member.type';
import { TopicType } from '../topics/topic.type';
import { SolvedTopicType } from './superfan-carry.type';

/** A solved topic with whoever solved it. */
@Resolver(() => SolvedTopicType)
export class SolvedTopicResolver {
  constructor(
    private readonly topics: TopicsReader,
    private readonly members: MemberLoader,
  ) {}

  @ResolveField(() => TopicType, { nullable: true, description: 'The topic.' })
  topic(@Parent() { communityId, topicId }: SolvedTopic, @Context() context: RequestContext): Promise<TopicRow | null> {
    return this.topics.load(context.viewerOf(communityId), topicId);
  }

  @ResolveField(() => MemberType, { nullable: true, description: 'Who solved it; null where no answer did.' })
  solvedBy(
    @Parent() { communityId, memberId }: SolvedTopic,
    @Context() context: RequestContext,
  ): Promise<Member | null> | null {
    return memberId ? this.members.load(context.viewerOf(communityId), memberId) : null;
  }
}
