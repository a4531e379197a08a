import { Args, Mutation, Resolver } from '@nestjs/graphql';
import {
  CommentEditingService,
  CommentsReader,
  CommentWritingService,
  type Comment,
  type Viewer,
} from '@app/community';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { found } from '../common/found';
import { CommentInput, EditCommentInput } from './comment.input';
import { CommentType } from './comment.type';

/** Writes comments and changes what they say. */
@Resolver()
export class CommentWritingResolver {
  constructor(
    private readonly writing: CommentWritingService,
    private readonly editing: CommentEditingService,
    private readonly comments: CommentsReader,
  ) {}

  @Mutation(() => CommentType, { description: 'Comments on a topic or on an answer; the author follows the topic.' })
  @Allow('participate')
  async comment(@Args('input') input: CommentInput, @CurrentViewer() viewer: Viewer): Promise<Comment> {
    return found(await this.comments.load(viewer, await this.writing.comment(viewer, input)), 'comment');
  }

  @Mutation(() => CommentType, {
    description: "Changes a comment's text: one's own, or as staff another's. What it said before stays readable.",
  })
  @Allow('participate')
  async editComment(@Args('input') input: EditCommentInput, @CurrentViewer() viewer: Viewer): Promise<Comment> {
    await this.editing.edit(viewer, input);
    return found(await this.comments.load(viewer, input.commentId), 'comment');
  }
}
