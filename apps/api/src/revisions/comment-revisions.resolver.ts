import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { RevisionPages, type Revision, type Comment } from '@app/community';
import { pageRequest, type Connection } from '@app/kernel';
import { CommentType } from '../comments/comment.type';
import { PageArgs } from '../common/page.args';
import type { RequestContext } from '../common/request-context';
import { RevisionConnection } from './revision.type';

/** The versions of a comment. */
@Resolver(() => CommentType)
export class CommentRevisionsResolver {
  constructor(private readonly pages: RevisionPages) {}

  @ResolveField(() => RevisionConnection, { description: 'What its versions said, newest first.' })
  revisions(
    @Parent() comment: Comment,
    @Args() page: PageArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<Revision>> {
    return this.pages.ofComment(context.viewerOf(comment.communityId), comment, pageRequest(page));
  }
}
