import { ArgsType, Field, Int } from '@nestjs/graphql';
import type { SuggestionRequest } from '@app/deflection';
import { TEXT_LIMITS } from '@app/kernel';
import { ArrayMaxSize, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { NodeId } from '../common/node-id.decorator';

/** So many code units hold every body that can be asked. */
const LONGEST_BODY = 40_000;

/** What somebody has typed so far. */
@ArgsType()
export class SuggestionsArgs implements SuggestionRequest {
  @Field(() => String, { description: 'The title as far as it is typed. With fewer than three letters nothing is found.' })
  @MaxLength(2 * TEXT_LIMITS.title, { message: 'title is too long: a title has 300 characters at most.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'The text as far as it is typed, Markdown.' })
  @IsOptional()
  @MaxLength(LONGEST_BODY, { message: 'body is too long: a text has 20,000 characters at most.' })
  body?: string | null;

  @NodeId('Product', { nullable: true, each: true, description: 'The products it is about, up to ten.' })
  @IsOptional()
  @ArrayMaxSize(10)
  productIds?: string[] | null;

  @Field(() => Int, { defaultValue: 5, description: 'So many at most, 1 to 10.' })
  @Min(1)
  @Max(10)
  first: number;
}
