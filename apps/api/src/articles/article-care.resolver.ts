import { Args, Mutation, Resolver } from '@nestjs/graphql';
import {
  ArticleReviewService,
  ArticleSortingService,
  ArticlesReader,
  ArticleVotingService,
  type ArticleRow,
  type Viewer,
} from '@app/community';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { SetArticleProductsInput, SetArticleReviewInput, VoteArticleInput } from './article.input';
import { ArticleType } from './article.type';

/** Keeps articles in their places, and right. */
@Resolver()
export class ArticleCareResolver {
  constructor(
    private readonly articles: ArticlesReader,
    private readonly sorting: ArticleSortingService,
    private readonly reviews: ArticleReviewService,
    private readonly voting: ArticleVotingService,
  ) {}

  @Mutation(() => ArticleType, { description: 'Sets the products that an article is about.' })
  @Allow('speakForCompany')
  async setArticleProducts(
    @Args('input') { articleId, productIds }: SetArticleProductsInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ArticleRow | null> {
    await this.sorting.setProducts(viewer, articleId, productIds);
    return this.articles.load(viewer, articleId);
  }

  @Mutation(() => ArticleType, {
    description: 'Names when somebody should look at an article next; whoever has looked names the time after.',
  })
  @Allow('speakForCompany')
  async setArticleReview(
    @Args('input') { articleId, reviewAt }: SetArticleReviewInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ArticleRow | null> {
    await this.reviews.set(viewer, articleId, reviewAt);
    return this.articles.load(viewer, articleId);
  }

  @Mutation(() => ArticleType, {
    description:
      'Says whether a published article is still right. Each member counts once; they may change their mind, or take it back.',
  })
  @Allow('participate')
  async voteArticle(
    @Args('input') { articleId, vote }: VoteArticleInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ArticleRow | null> {
    await this.voting.vote(viewer, articleId, vote);
    return this.articles.load(viewer, articleId);
  }
}
