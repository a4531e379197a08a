import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TopicsReader, type TopicRow } from '@app/community';
import type { ViewedTopic } from '@app/deflection';
import type { RequestContext } from '../common/request-context';
import { TopicType } from '../topics/topic.type';
import { ViewedTopicType } from './deflection-rows.type';

/** The topics behind the modelled figure. */
@Resolver(() => ViewedTopicType)
export class ViewedTopicResolver {
  constructor(private readonly topics: TopicsReader) {}

  @ResolveField(() => TopicType, { nullable: true, description: 'The topic.' })
  topic(
    @Parent() { communityId, topicId }: ViewedTopic,
    @Context() context: RequestContext,
  ): Promise<TopicRow | null> {
    return this.topics.load(context.viewerOf(communityId), topicId);
  }
}
