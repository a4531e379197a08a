import { Field, ObjectType } from '@nestjs/graphql';
import type { Face } from '@app/community';
import { FaceEnum } from './topic.enums';

/** How the author feels about it. */
@ObjectType('Sentiment', { description: 'How the author feels about it.' })
export class SentimentType {
  @Field(() => FaceEnum, { description: 'The face.' })
  face: Face;

  @Field(() => String, { nullable: true, description: 'In their own words.' })
  feeling: string | null;
}
