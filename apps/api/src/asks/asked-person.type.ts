import { Extensions, Field, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../common/date-time.scalar';

/** Somebody who was asked whether they can answer a topic. */
@ObjectType('AskedPerson', {
  description: 'Somebody who was asked whether they can answer a topic, as whoever asked the topic and staff see it.',
})
export class AskedPersonType {
  @Field(() => [String], { description: 'Why, in words: "answered 4 similar questions".' })
  @Extensions({ listSize: 5 })
  why: readonly string[];

  @Field(() => DateTime, { description: 'When.' })
  askedAt: Date;
}
