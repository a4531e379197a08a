import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ArticlesReader, type ArticleRow, type Community } from '@app/community';
import { pageRequest, type Connection } from '@app/kernel';
import type { RequestContext } from '../common/request-context';
import { CommunityType } from '../communities/community.type';
import { ArticleListArgs } from './article-list.args';
import { ArticleConnection, ArticleType } from './article.type';

/** The knowledge articles of a community. */
@Resolver(() => CommunityType)
export class CommunityArticlesResolver {
  constructor(private readonly reader: ArticlesReader) {}

  @ResolveField(() => ArticleConnection, { description: 'The articles that the viewer may see, newest first.' })
  articles(
    @Parent() community: Community,
    @Args() args: ArticleListArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<ArticleRow>> {
    return this.reader.list(context.viewerOf(community.id), args.filter ?? {}, pageRequest(args));
  }

  @ResolveField(() => ArticleType, {
    nullable: true,
    description: 'The article with this name in addresses; null where the viewer sees none.',
  })
  article(
    @Parent() community: Community,
    @Args('slug', { description: 'The name in its address.' }) slug: string,
    @Context() context: RequestContext,
  ): Promise<ArticleRow | null> {
    return this.reader.bySlug(context.viewerOf(community.id), slug);
  }
}
