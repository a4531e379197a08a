import { Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../common/connection.type';
import { DateTime } from '../common/date-time.scalar';

/** A topic that members have not answered in the time in which they do. */
@ObjectType('Escalation', {
  description: 'A topic that members have not answered in the time in which three of four of their first answers come.',
})
export class EscalationType {
  @Field(() => DateTime, { description: 'When that time was over.' })
  escalatedAt: Date;

  @Field(() => Int, { description: 'That time, in seconds: learned of its product, or of the whole community.' })
  peerWindowSeconds: number;

  @Field(() => Int, {
    description: 'First answers by members that it was learned from; with few of them, a day counts too.',
  })
  peerWindowAnswers: number;

  @Field(() => Int, { name: 'askedCount', description: 'How many people were asked.' })
  asked: number;
}

export const EscalationConnection = connectionOf('Escalation', () => EscalationType);
