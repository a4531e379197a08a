import { Field, InputType, Int } from '@nestjs/graphql';
import type { EditComment, WriteComment } from '@app/community';
import { BodyText } from '@app/kernel';
import { IdempotencyKey } from '../common/idempotency-key.decorator';
import { NodeId } from '../common/node-id.decorator';

/** A new comment. */
@InputType({ description: 'A new comment: on a topic or on an answer, one of the two.' })
export class CommentInput implements WriteComment {
  @NodeId('Topic', { nullable: true, description: 'The Topic that it is on.' })
  topicId?: string | null;

  @NodeId('Answer', { nullable: true, description: 'The Answer that it is on.' })
  answerId?: string | null;

  @IdempotencyKey()
  idempotencyKey: string;

  @Field(() => String, { description: 'The text, 1 to 20,000 characters of Markdown.' })
  @BodyText()
  body: string;
}

/** What an edit makes of a comment. */
@InputType({ description: 'What an edit makes of a comment.' })
export class EditCommentInput implements EditComment {
  @NodeId('Comment')
  commentId: string;

  @Field(() => Int, { description: 'The version that the edit was made on.' })
  version: number;

  @Field(() => String, { description: 'The new text, 1 to 20,000 characters of Markdown.' })
  @BodyText()
  body: string;
}

/** A comment that its author takes back. */
@InputType({ description: 'A comment that its author takes back.' })
export class RetractCommentInput {
  @NodeId('Comment')
  commentId: string;
}
