import { Field, ObjectType } from '@nestjs/graphql';
import type { ApiKey } from '@app/identity';
import { ApiKeyType } from './api-key.type';

/** A key that was made. */
@ObjectType('CreateApiKeyPayload', { description: 'A key that was made.' })
export class CreateApiKeyPayloadType {
  @Field(() => ApiKeyType, { description: 'The key, as it is listed.' })
  apiKey: ApiKey;

  @Field(() => String, {
    nullable: true,
    description: 'The key itself: `Authorization: Bearer …`. Null where the same call had made it before.',
  })
  token: string | null;
}
