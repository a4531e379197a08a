import { Field, InputType } from '@nestjs/graphql';
import type { AnswerTopic } from '@app/community';
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
