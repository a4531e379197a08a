import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ArticleRevisionPages, type ArticleRevision, type ArticleRow } from '@app/community';
import { pageRequest, type Connection } from '@app/kernel';
import { PageArgs } from '../common/page.args';
import type { RequestContext } from '../common/request-context';
import { ArticleRevisionConnection } from './article-revision.type';
import { ArticleType } from './article.type';

/** The versions of an article. */
@Resolver(() => ArticleType)
export class ArticleRevisionsResolver {
  constructor(private readonly pages: ArticleRevisionPages) {}

  @ResolveField(() => ArticleRevisionConnection, {
    description: 'What its versions said, newest first. Readers find none: drafts were not written for them.',
  })
  revisions(
    @Parent() article: ArticleRow,
    @Args() page: PageArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<ArticleRevision>> {
    return this.pages.ofArticle(context.viewerOf(article.communityId), article, pageRequest(page));
  }
}
