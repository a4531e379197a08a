import { Args, Context, ID, Info, Query, Resolver } from '@nestjs/graphql';
import { type TopicRow, type Viewer } from '@app/community';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import type { RequestContext } from '../common/request-context';
import { keyOf } from '../common/node-id.decorator';
import { TopicPageView } from './topic-page.view';
import { TopicType } from './topic.type';
import { ViewCounter } from './view-counter';

/** Finds topics. */
@Resolver()
export class TopicsResolver {
  constructor(
    private readonly view: TopicPageView,
    private readonly counter: ViewCounter,
  ) {}

  @Query(() => TopicType, { nullable: true, description: 'The topic with this id; null where the viewer sees none.' })
  @Allow('reader')
  async topic(
    @Args('id', { type: () => ID, description: 'The id of a Topic.' }) id: string,
    @CurrentViewer() viewer: Viewer,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TopicRow | null> {
    const topic = await this.view.load(viewer, { id: keyOf(id, 'Topic') }, info);
    this.counter.count(topic, context);
    return topic;
  }
}
