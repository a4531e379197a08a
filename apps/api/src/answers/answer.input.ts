import { Field, InputType, Int } from '@nestjs/graphql';
import type { AnswerTopic, EditAnswer } from '@app/community';
import { BodyText } from '@app/kernel';
import { IdempotencyKey } from '../common/idempotency-key.decorator';
import { NodeId } from '../common/node-id.decorator';

/** A new answer. */
@InputType({ description: 'A new answer.' })
export class AnswerInput implements AnswerTopic {
  @NodeId('Topic')
  topicId: string;

  @IdempotencyKey()
  idempotencyKey: string;

  @Field(() => String, { description: 'The text, 1 to 20,000 characters of Markdown.' })
  @BodyText()
  body: string;
}

/** What an edit makes of an answer. */
@InputType({ description: 'What an edit makes of an answer.' })
export class EditAnswerInput implements EditAnswer {
  @NodeId('Answer')
  answerId: string;

  @Field(() => Int, { description: 'The version that the edit was made on.' })
  version: number;

  @Field(() => String, { description: 'The new text, 1 to 20,000 characters of Markdown.' })
  @BodyText()
  body: string;
}

/** An answer that its author takes back. */
@InputType({ description: 'An answer that its author takes back.' })
export class RetractAnswerInput {
  @NodeId('Answer')
  answerId: string;
}
