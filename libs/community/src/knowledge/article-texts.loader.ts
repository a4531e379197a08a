import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';
import { knownArticles, type ArticleText } from './article-row';

/** Reads the texts of articles that the viewer has been given, by the article's key: lists need none of them. */
@Injectable()
export class ArticleTextsLoader extends BatchLoader<Viewer, string, ArticleText> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, ArticleText>> {
    const rows = await this.reader.rows<ArticleText & { id: string }>(
      viewer.communityId,
      sql`SELECT x.id, x.body, x.body_html AS "bodyHtml" FROM articles x
          WHERE x.community_id = ${viewer.communityId} AND x.id = ANY (${ids}::uuid[])${knownArticles(viewer)}`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
