import { Field, InputType, Int } from '@nestjs/graphql';
import type { ArticleState, EditArticle, NewArticle, StillRight } from '@app/community';
import { BodyText, PlainText, TEXT_LIMITS } from '@app/kernel';
import { ArrayMaxSize, IsLocale, IsOptional, Matches } from 'class-validator';
import { DateTime } from '../common/date-time.scalar';
import { IdempotencyKey } from '../common/idempotency-key.decorator';
import { NodeId } from '../common/node-id.decorator';
import { ArticleStateEnum, StillRightEnum } from './article.enums';

const BODY = { min: 1, max: TEXT_LIMITS.article };
const SUMMARY = { min: 0, max: TEXT_LIMITS.summary };
const LOCALE = { message: 'locale takes a language tag, such as en or de-AT.' };

/** A new knowledge article. */
@InputType({ description: 'A new knowledge article.' })
export class CreateArticleInput implements NewArticle {
  @NodeId('Community')
  communityId: string;

  @IdempotencyKey()
  idempotencyKey: string;

  @Field(() => String, { description: 'The title, 1 to 300 characters of plain text.' })
  @PlainText({ min: 1, max: TEXT_LIMITS.title })
  title: string;

  @Field(() => String, { nullable: true, description: 'One or two sentences, up to 500 characters of plain text.' })
  @IsOptional()
  @PlainText(SUMMARY)
  summary?: string | null;

  @Field(() => String, { description: 'The text, 1 to 60,000 characters of Markdown.' })
  @BodyText(BODY)
  body: string;

  @Field(() => String, {
    nullable: true,
    description: 'What its address says, for good: 2 to 80 of a-z, 0-9 and -; from the title when nothing is said.',
  })
  @IsOptional()
  @Matches(/^[a-z0-9][a-z0-9-]{1,79}$/, { message: 'slug takes 2 to 80 of a-z, 0-9 and -.' })
  slug?: string | null;

  @Field(() => String, { nullable: true, description: "The language, BCP 47; the community's when nothing is said." })
  @IsOptional()
  @IsLocale(LOCALE)
  locale?: string | null;

  @NodeId('Product', { nullable: true, each: true, description: 'The products it is about, up to ten.' })
  @IsOptional()
  @ArrayMaxSize(10)
  productIds?: string[] | null;

  @Field(() => ArticleStateEnum, { defaultValue: 'DRAFT', description: 'Whether readers see it at once.' })
  state: ArticleState;

  @Field(() => DateTime, { nullable: true, description: 'When somebody should look whether it is still right.' })
  reviewAt?: Date | null;
}

/** What an edit changes of an article. */
@InputType({ description: 'What an edit changes of an article; what is left out stays as it is.' })
export class EditArticleInput implements EditArticle {
  @NodeId('Article')
  articleId: string;

  @Field(() => Int, { description: 'The version that the edit was made on.' })
  version: number;

  @Field(() => String, { nullable: true, description: 'The new title, 1 to 300 characters of plain text.' })
  @IsOptional()
  @PlainText({ min: 1, max: TEXT_LIMITS.title })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'The new summary, up to 500 characters of plain text.' })
  @IsOptional()
  @PlainText(SUMMARY)
  summary?: string | null;

  @Field(() => String, { nullable: true, description: 'The new text, 1 to 60,000 characters of Markdown.' })
  @IsOptional()
  @BodyText(BODY)
  body?: string | null;

  @Field(() => String, { nullable: true, description: 'The language, BCP 47.' })
  @IsOptional()
  @IsLocale(LOCALE)
  locale?: string | null;
}

/** An article that something is done with. */
@InputType({ description: 'An article that something is done with.' })
export class ArticleInput {
  @NodeId('Article')
  articleId: string;
}

/** The products that an article is about. */
@InputType({ description: 'The products that an article is about from now on.' })
export class SetArticleProductsInput {
  @NodeId('Article')
  articleId: string;

  @NodeId('Product', { each: true, description: 'All of them, up to ten; none for an article about the whole.' })
  @ArrayMaxSize(10)
  productIds: string[];
}

/** When an article is to be looked at again. */
@InputType({ description: 'When somebody should look whether an article is still right.' })
export class SetArticleReviewInput {
  @NodeId('Article')
  articleId: string;

  @Field(() => DateTime, { nullable: true, description: 'The moment; null for never.' })
  reviewAt: Date | null;
}

/** What a reader says of an article. */
@InputType({ description: 'What a reader says to whether an article is still right.' })
export class VoteArticleInput {
  @NodeId('Article')
  articleId: string;

  @Field(() => StillRightEnum, { nullable: true, description: 'What they say from now on; null takes it back.' })
  vote: StillRight | null;
}
