import { Field, InputType } from '@nestjs/graphql';
import type { KeyScope, NewApiKey } from '@app/identity';
import { PlainText } from '@app/kernel';
import { ArrayNotEmpty, ArrayUnique } from 'class-validator';
import { DateTime } from '../common/date-time.scalar';
import { IdempotencyKey } from '../common/idempotency-key.decorator';
import { NodeId } from '../common/node-id.decorator';
import { KeyScopeEnum } from './api-key.type';

/** A new key. */
@InputType({ description: 'A new key.' })
export class CreateApiKeyInput implements NewApiKey {
  @IdempotencyKey()
  idempotencyKey: string;

  @Field(() => String, { description: 'What to call it, 1 to 80 characters.' })
  @PlainText({ min: 1, max: 80 })
  name: string;

  @Field(() => [KeyScopeEnum], { description: 'What it may be used for; READ is among it.' })
  @ArrayNotEmpty({ message: 'scopes must name at least one scope' })
  @ArrayUnique({ message: 'scopes must name each scope once' })
  scopes: KeyScope[];

  @Field(() => DateTime, { nullable: true, description: 'When it ends; never where it is left out.' })
  expiresAt?: Date | null;

  @NodeId('Community', {
    nullable: true,
    description: 'A community of which you are an admin, whose members the key may act for (header `x-act-as`).',
  })
  actsInCommunityId?: string | null;
}
