import { Field, InputType, Int } from '@nestjs/graphql';
import type { EditTopic } from '@app/community';
import { BodyText, PlainText, TEXT_LIMITS } from '@app/kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { NodeId } from '../common/node-id.decorator';
import { SentimentInput } from './ask.input';

/** What an edit changes of a topic. */
@InputType({ description: 'What an edit changes of a topic; what is left out stays as it is.' })
export class EditTopicInput implements EditTopic {
  @NodeId('Topic')
  topicId: string;

  @Field(() => Int, { description: 'The version that the edit was made on.' })
  version: number;

  @Field(() => String, { nullable: true, description: 'The new title, 1 to 300 characters of plain text.' })
  @IsOptional()
  @PlainText({ min: 1, max: TEXT_LIMITS.title })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'The new text, 1 to 20,000 characters of Markdown.' })
  @IsOptional()
  @BodyText()
  body?: string | null;

  @NodeId('Product', { nullable: true, each: true, description: 'All the products it is about, up to ten.' })
  @IsOptional()
  @ArrayMaxSize(10)
  productIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'All its tags by name, up to ten; a new name becomes a tag.' })
  @IsOptional()
  @ArrayMaxSize(10)
  @PlainText({ min: 1, max: 50, each: true })
  tags?: string[] | null;

  @Field(() => SentimentInput, { nullable: true, description: 'How the author feels about it; null takes it away.' })
  @IsOptional()
  @Type(() => SentimentInput)
  @ValidateNested()
  sentiment?: SentimentInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'The version of the product it is about; null takes it away.',
  })
  @IsOptional()
  @PlainText({ min: 1, max: 60 })
  productVersion?: string | null;
}

/** A topic that its author takes back. */
@InputType({ description: 'A topic that its author takes back.' })
export class RetractTopicInput {
  @NodeId('Topic')
  topicId: string;
}
