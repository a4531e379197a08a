import { Args, Context, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Community, type TopicRow } from '@app/community';
import { pageRequest, type Connection } from '@app/kernel';
import type { GraphQLResolveInfo } from 'graphql';
import { CommunityType } from '../communities/community.type';
import type { RequestContext } from '../common/request-context';
import { Selection } from '../common/selection';
import { TopicListArgs } from './topic-list.args';
import { TopicListView } from './topic-list.view';
import { TopicPageView } from './topic-page.view';
import { TopicConnection, TopicType } from './topic.type';
import { ViewCounter } from './view-counter';

/** The topics of a community. */
@Resolver(() => CommunityType)
export class CommunityTopicsResolver {
  constructor(
    private readonly list: TopicListView,
    private readonly page: TopicPageView,
    private readonly counter: ViewCounter,
  ) {}

  @ResolveField(() => TopicConnection, {
    description: 'The topics that the viewer may see, but archived and merged ones.',
  })
  topics(
    @Parent() community: Community,
    @Args() args: TopicListArgs,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<TopicRow>> {
    const request = { filter: args.filter ?? {}, order: args.order, page: pageRequest(args) };
    return this.list.load(context.viewerOf(community.id), request, Selection.of(info));
  }

  @ResolveField(() => TopicType, {
    nullable: true,
    description: 'The topic with this public code; null where the viewer sees none.',
  })
  async topic(
    @Parent() community: Community,
    @Args('code', { description: 'The code in its URL.' }) code: string,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TopicRow | null> {
    const topic = await this.page.load(context.viewerOf(community.id), { code }, info);
    this.counter.count(topic, context);
    return topic;
  }
}
