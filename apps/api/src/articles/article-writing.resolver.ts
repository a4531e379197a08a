import { Args, Mutation, Resolver } from '@nestjs/graphql';
import {
  ArticlePublishingService,
  ArticlesReader,
  ArticleWritingService,
  type ArticleRow,
  type Viewer,
} from '@app/community';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { ArticleInput, CreateArticleInput, EditArticleInput } from './article.input';
import { ArticleType } from './article.type';

/** Writes articles, shows them to readers and takes them back. */
@Resolver()
export class ArticleWritingResolver {
  constructor(
    private readonly articles: ArticlesReader,
    private readonly writing: ArticleWritingService,
    private readonly publishing: ArticlePublishingService,
  ) {}

  @Mutation(() => ArticleType, {
    description: 'Writes a knowledge article, as a draft if nothing else is said. NAME_TAKEN for a slug in use.',
  })
  @Allow('speakForCompany')
  async createArticle(
    @Args('input') input: CreateArticleInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ArticleRow | null> {
    return this.articles.load(viewer, await this.writing.create(viewer, input));
  }

  @Mutation(() => ArticleType, {
    description: 'Changes what an article says, whoever wrote it. What it said before is kept; its address stays.',
  })
  @Allow('speakForCompany')
  async editArticle(
    @Args('input') input: EditArticleInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ArticleRow | null> {
    await this.writing.edit(viewer, input);
    return this.articles.load(viewer, input.articleId);
  }

  @Mutation(() => ArticleType, { description: 'Shows an article to everybody who sees the community.' })
  @Allow('speakForCompany')
  async publishArticle(
    @Args('input') { articleId }: ArticleInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ArticleRow | null> {
    await this.publishing.publish(viewer, articleId);
    return this.articles.load(viewer, articleId);
  }

  @Mutation(() => ArticleType, {
    description: 'Makes an article a draft again, which only staff see. Nothing of it is lost.',
  })
  @Allow('speakForCompany')
  async withdrawArticle(
    @Args('input') { articleId }: ArticleInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ArticleRow | null> {
    await this.publishing.withdraw(viewer, articleId);
    return this.articles.load(viewer, articleId);
  }
}
