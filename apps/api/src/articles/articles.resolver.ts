import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { ArticlesReader, type ArticleRow, type Viewer } from '@app/community';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { keyOf } from '../common/node-id.decorator';
import { ArticleType } from './article.type';

/** Finds knowledge articles. */
@Resolver()
export class ArticlesResolver {
  constructor(private readonly articles: ArticlesReader) {}

  @Query(() => ArticleType, {
    nullable: true,
    description: 'The article with this id; null where the viewer sees none.',
  })
  @Allow('reader')
  article(
    @Args('id', { type: () => ID, description: 'The id of an Article.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ArticleRow | null> {
    return this.articles.load(viewer, keyOf(id, 'Article'));
  }
}
