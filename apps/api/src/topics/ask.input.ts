import { Field, InputType } from '@nestjs/graphql';
import type { Face, TopicKind, TopicVisibility } from '@app/community';
import type { AskAnyway } from '@app/deflection';
import { BodyText, PlainText, TEXT_LIMITS } from '@app/kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsLocale, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { IdempotencyKey } from '../common/idempotency-key.decorator';
import { NodeId } from '../common/node-id.decorator';
import { FaceEnum, TopicKindEnum, TopicVisibilityEnum } from './topic.enums';

/** How the author feels about it. */
@InputType({ description: 'How the author feels about it.' })
export class SentimentInput {
  @Field(() => FaceEnum, { description: 'The face.' })
  face: Face;

  @Field(() => String, { nullable: true, description: 'In their own words, up to 80 characters.' })
  @IsOptional()
  @PlainText({ min: 1, max: TEXT_LIMITS.feeling })
  feeling?: string | null;
}

/** A new topic. */
@InputType({ description: 'A new topic.' })
export class AskInput implements AskAnyway {
  @NodeId('Community')
  communityId: string;

  @IdempotencyKey()
  idempotencyKey: string;

  @Field(() => TopicKindEnum, { defaultValue: 'QUESTION', description: 'The kind; only representatives post updates.' })
  kind: TopicKind;

  @Field(() => String, { description: 'The title, 1 to 300 characters of plain text.' })
  @PlainText({ min: 1, max: TEXT_LIMITS.title })
  title: string;

  @Field(() => String, { description: 'The text, 1 to 20,000 characters of Markdown.' })
  @BodyText()
  body: string;

  @NodeId('Product', { nullable: true, each: true, description: 'The products it is about, up to ten.' })
  @IsOptional()
  @ArrayMaxSize(10)
  productIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Tags by name, up to ten; a name that is new becomes a tag.' })
  @IsOptional()
  @ArrayMaxSize(10)
  @PlainText({ min: 1, max: 50, each: true })
  tags?: string[] | null;

  @Field(() => SentimentInput, { nullable: true, description: 'How the author feels about it.' })
  @IsOptional()
  @Type(() => SentimentInput)
  @ValidateNested()
  sentiment?: SentimentInput | null;

  @Field(() => String, { nullable: true, description: 'The version of the product it is about.' })
  @IsOptional()
  @PlainText({ min: 1, max: 60 })
  productVersion?: string | null;

  @Field(() => String, { nullable: true, description: "The language, BCP 47; the community's when nothing is said." })
  @IsOptional()
  @IsLocale({ message: 'locale takes a language tag, such as en or de-AT.' })
  locale?: string | null;

  @Field(() => TopicVisibilityEnum, {
    defaultValue: 'PUBLIC',
    description: 'PRIVATE: only the author and staff see it.',
  })
  visibility: TopicVisibility;

  @NodeId('AskAttempt', {
    nullable: true,
    description:
      'The AskAttempt that led to it. One attempt asks one topic: sent again, the same input returns the same topic, whatever its idempotencyKey.',
  })
  @IsOptional()
  attemptId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The token of the attempt, where nobody was logged in when it was started.',
  })
  @IsOptional()
  @MaxLength(100)
  token?: string | null;
}
