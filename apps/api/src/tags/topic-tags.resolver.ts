import { Context, Extensions, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TagsOfTopicLoader, type TagRow, type TopicRow } from '@app/community';
import type { RequestContext } from '../common/request-context';
import { TopicType } from '../topics/topic.type';
import { TagType } from './tag.type';

/** The tags of a topic. */
@Resolver(() => TopicType)
export class TopicTagsResolver {
  constructor(private readonly loader: TagsOfTopicLoader) {}

  @Extensions({ listSize: 10 })
  @ResolveField(() => [TagType], { description: 'Its tags, by name; at most ten.' })
  tags(@Parent() topic: TopicRow, @Context() context: RequestContext): Promise<TagRow[] | null> {
    return this.loader.load(context.viewerOf(topic.communityId), topic.id);
  }
}
