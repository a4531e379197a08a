import { Context, Extensions, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  ArticleTextsLoader,
  ArticleVoteLoader,
  MemberLoader,
  ProductsOfArticleLoader,
  type ArticleRow,
  type Member,
  type ProductRow,
  type StillRight,
} from '@app/community';
import type { RequestContext } from '../common/request-context';
import { MemberType } from '../members/member.type';
import { ProductType } from '../products/product.type';
import { StillRightEnum } from './article.enums';
import { ArticleType, StillRightVotesType } from './article.type';

/** What an article leads to. Its text is one of these: lists of articles need not read it. */
@Resolver(() => ArticleType)
export class ArticleResolver {
  constructor(
    private readonly texts: ArticleTextsLoader,
    private readonly productsLoader: ProductsOfArticleLoader,
    private readonly votes: ArticleVoteLoader,
    private readonly members: MemberLoader,
  ) {}

  @ResolveField(() => String, { description: 'The text as typed, Markdown.' })
  async body(@Parent() article: ArticleRow, @Context() context: RequestContext): Promise<string | undefined> {
    return (await this.texts.load(context.viewerOf(article.communityId), article.id))?.body;
  }

  @ResolveField(() => String, { description: 'The text as safe HTML.' })
  async bodyHtml(@Parent() article: ArticleRow, @Context() context: RequestContext): Promise<string | undefined> {
    return (await this.texts.load(context.viewerOf(article.communityId), article.id))?.bodyHtml;
  }

  @Extensions({ listSize: 10 })
  @ResolveField(() => [ProductType], { description: "The products it is about, in the community's order." })
  products(@Parent() article: ArticleRow, @Context() context: RequestContext): Promise<ProductRow[] | null> {
    return this.productsLoader.load(context.viewerOf(article.communityId), article.id);
  }

  @ResolveField(() => MemberType, {
    nullable: true,
    description: 'Who wrote it first; null where the source that it comes from does not say.',
  })
  author(@Parent() article: ArticleRow, @Context() context: RequestContext): Promise<Member | null> | null {
    return article.authorId ? this.members.load(context.viewerOf(article.communityId), article.authorId) : null;
  }

  @ResolveField(() => Boolean, { description: 'Whether the moment of its review has come.' })
  isReviewDue(@Parent() { reviewAt }: ArticleRow): boolean {
    return reviewAt !== null && reviewAt <= new Date();
  }

  @ResolveField(() => StillRightVotesType, { description: 'What members have said to whether it is still right.' })
  stillRightVotes(@Parent() { stillRightCount, notRightCount }: ArticleRow): StillRightVotesType {
    return { yes: stillRightCount, no: notRightCount };
  }

  @ResolveField(() => StillRightEnum, {
    nullable: true,
    description: 'What the viewer has said to whether it is still right; null where they have said nothing.',
  })
  viewerVote(@Parent() article: ArticleRow, @Context() context: RequestContext): Promise<StillRight | null> {
    return this.votes.load(context.viewerOf(article.communityId), article.id);
  }
}
