import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommentPages, type TopicRow, type Comment } from '@app/community';
import { pageRequest, type Connection } from '@app/kernel';
import { TopicType } from '../topics/topic.type';
import { PageArgs } from '../common/page.args';
import type { RequestContext } from '../common/request-context';
import { CommentConnection } from './comment.type';

/** The comments on a topic. */
@Resolver(() => TopicType)
export class TopicCommentsResolver {
  constructor(private readonly pages: CommentPages) {}

  @ResolveField(() => CommentConnection, { description: 'The comments on the topic itself, oldest first.' })
  comments(
    @Parent() topic: TopicRow,
    @Args() page: PageArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<Comment>> {
    return this.pages.onTopic(context.viewerOf(topic.communityId), topic, pageRequest(page));
  }
}
