import { Args, Context, Extensions, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { TopicRow } from '@app/community';
import { RelatedTopicsReader, type RelatedTopic } from '@app/similarity';
import type { RequestContext } from '../common/request-context';
import { TopicType } from '../topics/topic.type';
import { RelatedTopicsArgs, RelatedTopicType } from './related-topic.type';

/** The topics like a topic. */
@Resolver(() => TopicType)
export class TopicRelatedResolver {
  constructor(private readonly reader: RelatedTopicsReader) {}

  @ResolveField(() => [RelatedTopicType], {
    description:
      'Earlier and later topics like it, best first. Empty on a topic that not everybody may find, and for some seconds after a start.',
  })
  @Extensions({ cost: 50 })
  relatedTopics(
    @Parent() topic: TopicRow,
    @Args() { first }: RelatedTopicsArgs,
    @Context() context: RequestContext,
  ): Promise<RelatedTopic[]> {
    return this.reader.of(context.viewerOf(topic.communityId), topic.id, first);
  }
}
