import { Field, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../common/connection.type';
import { DateTime } from '../common/date-time.scalar';

/** Somebody who speaks for the company vouches for a member. */
@ObjectType('Vouch', {
  description: "Somebody who speaks for the company vouches for a member: the member's word counts.",
})
export class VouchType {
  @Field(() => String, { description: 'Why, for colleagues; empty where nothing was said.' })
  note: string;

  @Field(() => Boolean, {
    name: 'isCounting',
    description: 'Whether it counts: only as long as who vouches speaks for the company.',
  })
  counts: boolean;

  @Field(() => DateTime, { name: 'vouchedAt', description: 'Since when.' })
  createdAt: Date;
}

export const VouchConnection = connectionOf('Vouch', () => VouchType);
