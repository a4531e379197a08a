import { Field, ID, InputType } from '@nestjs/graphql';
import type { AttemptRef, SuggestedRef } from '@app/deflection';
import { GlobalId } from '@app/kernel';
import { Transform } from 'class-transformer';
import { IsOptional, MaxLength } from 'class-validator';
import { IdempotencyKey } from '../common/idempotency-key.decorator';
import { NodeId } from '../common/node-id.decorator';

/** Somebody begins to ask. */
@InputType({ description: 'Somebody begins to ask.' })
export class StartAskAttemptInput {
  @NodeId('Community')
  communityId: string;

  @IdempotencyKey()
  idempotencyKey: string;
}

/** Names an attempt as whoever made it does. */
@InputType({ isAbstract: true })
abstract class AttemptInput implements AttemptRef {
  @NodeId('AskAttempt')
  attemptId: string;

  @Field(() => String, {
    nullable: true,
    description: 'The token of the attempt, where nobody was logged in when it was started.',
  })
  @IsOptional()
  @MaxLength(100)
  token?: string | null;
}

/** A suggestion of an attempt. */
@InputType({ description: 'A suggestion that was shown in an attempt.' })
export class SuggestedInput extends AttemptInput {
  @Field(() => ID, { description: 'The id of the topic or article that was suggested.' })
  @Transform(({ value }: { value: unknown }) => suggestedOf(value))
  suggestedId: SuggestedRef;
}

/** A topic that was suggested in an attempt. */
@InputType({ description: 'A topic that was suggested in an attempt.' })
export class MeTooInsteadInput extends AttemptInput {
  @NodeId('Topic')
  topicId: string;
}

function suggestedOf(value: unknown): SuggestedRef {
  const { thing, id } = GlobalId.of(value, 'Topic', 'Article');
  return { kind: thing === 'Topic' ? 'TOPIC' : 'ARTICLE', id };
}
