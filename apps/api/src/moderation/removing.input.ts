import { Field, InputType } from '@nestjs/graphql';
import { PlainText } from '@app/kernel';
import { NodeId } from '../common/node-id.decorator';

const REASON = 'Why, up to 500 characters; its author is told.';

/** A topic to be removed. */
@InputType({ description: 'A topic to be removed.' })
export class RemoveTopicInput {
  @NodeId('Topic')
  topicId: string;

  @Field(() => String, { description: `${REASON} The tombstone carries it.` })
  @PlainText({ min: 1, max: 500 })
  reason: string;
}

/** A removed topic to be restored. */
@InputType({ description: 'A removed topic to be restored.' })
export class RestoreTopicInput {
  @NodeId('Topic')
  topicId: string;
}

/** An answer to be removed. */
@InputType({ description: 'An answer to be removed.' })
export class RemoveAnswerInput {
  @NodeId('Answer')
  answerId: string;

  @Field(() => String, { description: REASON })
  @PlainText({ min: 1, max: 500 })
  reason: string;
}

/** A removed answer to be restored. */
@InputType({ description: 'A removed answer to be restored.' })
export class RestoreAnswerInput {
  @NodeId('Answer')
  answerId: string;
}

/** A comment to be removed. */
@InputType({ description: 'A comment to be removed.' })
export class RemoveCommentInput {
  @NodeId('Comment')
  commentId: string;

  @Field(() => String, { description: REASON })
  @PlainText({ min: 1, max: 500 })
  reason: string;
}

/** A removed comment to be restored. */
@InputType({ description: 'A removed comment to be restored.' })
export class RestoreCommentInput {
  @NodeId('Comment')
  commentId: string;
}
