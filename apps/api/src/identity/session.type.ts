import { Field, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../common/date-time.scalar';
import { NodeType } from '../common/node.type';

/** A logged-in browser or client. */
@ObjectType('Session', { implements: () => [NodeType], description: 'A browser or program that is logged in.' })
export class SessionType {
  @Field(() => String, { nullable: true, description: 'What it called itself.' })
  userAgent: string | null;

  @Field(() => DateTime, { description: 'When it logged in.' })
  createdAt: Date;

  @Field(() => DateTime, { description: 'When it was last used, to within a few minutes.' })
  lastSeenAt: Date;

  @Field(() => DateTime, { description: 'When it ends at the latest; one that is not used ends sooner.' })
  expiresAt: Date;
}
