import { Field, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../common/date-time.scalar';

/** That and why a member can only read. */
@ObjectType('Suspension', { description: 'Why and until when a member can only read.' })
export class SuspensionType {
  @Field(() => DateTime, { nullable: true, description: 'The end; null: until somebody lifts it.' })
  until: Date | null;

  @Field(() => String, { description: 'Why.' })
  reason: string;
}
