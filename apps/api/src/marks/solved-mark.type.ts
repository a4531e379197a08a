import { Field, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../common/date-time.scalar';

/** "This solved it." */
@ObjectType('SolvedMark', { description: 'The asker says: this solved it.' })
export class SolvedMarkType {
  @Field(() => DateTime, { name: 'markedAt', description: 'When they said so.' })
  createdAt: Date;
}
