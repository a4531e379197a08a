import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { BatchLoader, type Connection, type PageRequest } from '@app/kernel';
import sql from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';
import { articleKeyset, articlesMatching, type ArticleFilter } from './article-filter';
import { ARTICLE_COLUMNS, knownArticles, type ArticleRow } from './article-row';

/** Reads knowledge articles as a viewer may know of them: published ones, and drafts for staff. */
@Injectable()
export class ArticlesReader extends BatchLoader<Viewer, string, ArticleRow> {
  constructor(private readonly reader: Reader) {
    super();
  }

  /** One page of a list. */
  async list(viewer: Viewer, filter: ArticleFilter, page: PageRequest): Promise<Connection<ArticleRow>> {
    const keyset = articleKeyset(filter);
    const rows = await this.reader.rows<ArticleRow>(
      viewer.communityId,
      sql`SELECT ${ARTICLE_COLUMNS} FROM articles x
          WHERE x.community_id = ${viewer.communityId}${knownArticles(viewer)}${articlesMatching(filter)}${keyset.after(page)}${keyset.orderAndLimit(page)}`,
    );
    return keyset.toConnection(rows, page);
  }

  /** The article with this name in addresses; null where the viewer sees none. */
  async bySlug(viewer: Viewer, slug: string): Promise<ArticleRow | null> {
    return this.reader.row<ArticleRow>(
      viewer.communityId,
      sql`SELECT ${ARTICLE_COLUMNS} FROM articles x
          WHERE x.community_id = ${viewer.communityId} AND x.slug = ${slug}${knownArticles(viewer)}`,
    );
  }

  protected async findMany(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, ArticleRow>> {
    const rows = await this.reader.rows<ArticleRow>(
      viewer.communityId,
      sql`SELECT ${ARTICLE_COLUMNS} FROM articles x
          WHERE x.community_id = ${viewer.communityId} AND x.id = ANY (${ids}::uuid[])${knownArticles(viewer)}`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
