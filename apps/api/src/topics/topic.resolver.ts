import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MemberLoader, statusLabel, TopicsReader, type Member, type TopicRow } from '@app/community';
import type { RequestContext } from '../common/request-context';
import { MemberType } from '../members/member.type';
import { SentimentType } from './sentiment.type';
import { TopicType } from './topic.type';

/** What a topic leads to. */
@Resolver(() => TopicType)
export class TopicResolver {
  constructor(
    private readonly members: MemberLoader,
    private readonly topics: TopicsReader,
  ) {}

  @ResolveField(() => MemberType, { description: 'Who started it.' })
  author(@Parent() topic: TopicRow, @Context() context: RequestContext): Promise<Member | null> {
    return this.members.load(context.viewerOf(topic.communityId), topic.authorId);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'What people read for the status; null for kinds that have none.',
  })
  statusLabel(@Parent() topic: TopicRow): string | null {
    return statusLabel(topic.kind, topic.status);
  }

  @ResolveField(() => SentimentType, { nullable: true, description: 'How the author feels about it.' })
  sentiment(@Parent() { sentimentFace, sentimentFeeling }: TopicRow): SentimentType | null {
    return sentimentFace && { face: sentimentFace, feeling: sentimentFeeling };
  }

  @ResolveField(() => TopicType, {
    nullable: true,
    description: 'The topic that this one was merged into: go on there.',
  })
  mergedInto(@Parent() topic: TopicRow, @Context() context: RequestContext): Promise<TopicRow | null> | null {
    return topic.mergedIntoId ? this.topics.load(context.viewerOf(topic.communityId), topic.mergedIntoId) : null;
  }
}
