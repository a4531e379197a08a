import { ArgsType, Field, InputType } from '@nestjs/graphql';
import type { ArticleFilter, ArticleState } from '@app/community';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { NodeId } from '../common/node-id.decorator';
import { PageArgs } from '../common/page.args';
import { ArticleStateEnum } from './article.enums';

/** Which articles a list holds. */
@InputType({ description: 'Which articles a list holds; what is left out does not narrow it.' })
export class ArticleFilterInput implements ArticleFilter {
  @NodeId('Product', { nullable: true, each: true, description: 'About one of these products.' })
  @IsOptional()
  @ArrayMaxSize(10)
  productIds?: string[] | null;

  @Field(() => ArticleStateEnum, { nullable: true, description: 'In this state; only staff find drafts.' })
  state?: ArticleState | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Those whose review is due, the longest overdue first; false: those whose review is not.',
  })
  reviewDue?: boolean | null;
}

/** The arguments of a list of articles. */
@ArgsType()
export class ArticleListArgs extends PageArgs {
  @Field(() => ArticleFilterInput, { nullable: true, description: 'Which articles; all when nothing is said.' })
  @Type(() => ArticleFilterInput)
  @ValidateNested()
  filter?: ArticleFilterInput | null;
}
