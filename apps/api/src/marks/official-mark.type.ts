import { Field, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../common/date-time.scalar';

/** "The company says." */
@ObjectType('OfficialMark', { description: 'A representative says: this is what the company says.' })
export class OfficialMarkType {
  @Field(() => DateTime, { description: 'When it was marked.' })
  markedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When its owner should look at it again.' })
  reviewAt: Date | null;
}
