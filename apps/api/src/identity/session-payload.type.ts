import { Field, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../common/date-time.scalar';

/** A session that has just begun. */
@ObjectType('SessionPayload', {
  description: 'A session that has just begun. Browsers need nothing of it: they were given a cookie.',
})
export class SessionPayloadType {
  @Field(() => String, {
    description: 'The secret of the session, for programs: `Authorization: Bearer …`. It is never shown again.',
  })
  token: string;

  @Field(() => DateTime, { description: 'When the session ends at the latest.' })
  expiresAt: Date;
}
