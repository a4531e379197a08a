import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TopicEventPages, type TopicEvent, type TopicRow } from '@app/community';
import { pageRequest, type Connection } from '@app/kernel';
import { PageArgs } from '../common/page.args';
import type { RequestContext } from '../common/request-context';
import { TopicEventConnection } from './topic-event.type';
import { TopicType } from './topic.type';

/** The history of a topic. */
@Resolver(() => TopicType)
export class TopicEventsResolver {
  constructor(private readonly pages: TopicEventPages) {}

  @ResolveField(() => TopicEventConnection, {
    description: 'Its history, newest first: what was done to it, and what was said of its answers.',
  })
  events(
    @Parent() topic: TopicRow,
    @Args() page: PageArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<TopicEvent>> {
    return this.pages.ofTopic(context.viewerOf(topic.communityId), topic, pageRequest(page));
  }
}
