import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommentPages, type AnswerRow, type Comment } from '@app/community';
import { pageRequest, type Connection } from '@app/kernel';
import { AnswerType } from '../answers/answer.type';
import { PageArgs } from '../common/page.args';
import type { RequestContext } from '../common/request-context';
import { CommentConnection } from './comment.type';

/** The comments on an answer. */
@Resolver(() => AnswerType)
export class AnswerCommentsResolver {
  constructor(private readonly pages: CommentPages) {}

  @ResolveField(() => CommentConnection, { description: 'The comments on it, oldest first.' })
  comments(
    @Parent() answer: AnswerRow,
    @Args() page: PageArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<Comment>> {
    return this.pages.onAnswer(context.viewerOf(answer.communityId), answer, pageRequest(page));
  }
}
