import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { TopicsReader, type TopicRow, type Viewer } from '@app/community';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { keyOf } from '../common/node-id.decorator';
import { TopicType } from './topic.type';

/** Finds topics. */
@Resolver()
export class TopicsResolver {
  constructor(private readonly topics: TopicsReader) {}

  @Query(() => TopicType, { nullable: true, description: 'The topic with this id; null where the viewer sees none.' })
  @Allow('reader')
  topic(
    @Args('id', { type: () => ID, description: 'The id of a Topic.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<TopicRow | null> {
    return this.topics.load(viewer, keyOf(id, 'Topic'));
  }
}
