import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TopicLinkPages, type TopicLinkRow, type TopicRow } from '@app/community';
import { pageRequest, type Connection } from '@app/kernel';
import { PageArgs } from '../common/page.args';
import type { RequestContext } from '../common/request-context';
import { TopicType } from '../topics/topic.type';
import { TopicLinkConnection } from './topic-link.type';

/** The links of a topic. */
@Resolver(() => TopicType)
export class TopicLinksResolver {
  constructor(private readonly pages: TopicLinkPages) {}

  @ResolveField(() => TopicLinkConnection, {
    description: 'What it was linked to, newest first: the topic that it is a duplicate of, and related ones.',
  })
  links(
    @Parent() topic: TopicRow,
    @Args() page: PageArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<TopicLinkRow>> {
    return this.pages.ofTopic(context.viewerOf(topic.communityId), topic, 'linked', pageRequest(page));
  }

  @ResolveField(() => TopicLinkConnection, {
    description: 'What was linked to it, newest first: its duplicates, and related topics.',
  })
  linkedFrom(
    @Parent() topic: TopicRow,
    @Args() page: PageArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<TopicLinkRow>> {
    return this.pages.ofTopic(context.viewerOf(topic.communityId), topic, 'linking', pageRequest(page));
  }
}
