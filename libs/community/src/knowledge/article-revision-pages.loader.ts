import { Injectable } from '@nestjs/common';
import { Keyset, PageLoader, selectList, type PageSource } from '@app/database';
import { listKey, type Connection, type PageRequest } from '@app/kernel';
import sql from 'sql-template-tag';
import { isStaff, type Viewer } from '../viewer/viewer';
import type { ArticleRow } from './article-row';
import { ArticleRevision } from './article-revision.entity';

/** Reads what the versions of articles said, page by page, newest first: for staff, since drafts were not written for readers. */
@Injectable()
export class ArticleRevisionPages extends PageLoader<Viewer, ArticleRevision, 'article'> {
  /** A page of the versions of an article that the viewer knows of; readers find none. */
  async ofArticle(viewer: Viewer, { id }: ArticleRow, page: PageRequest): Promise<Connection<ArticleRevision>> {
    const key = { list: 'article', parentId: id, page } as const;
    return isStaff(viewer) ? this.page(viewer, key) : this.connection(key, []);
  }

  keyset(list: 'article', parentId: string): Keyset<ArticleRevision> {
    return new Keyset<ArticleRevision>(
      listKey(`revisions:${list}`, parentId),
      [{ expression: 'r.version', type: 'integer', value: (revision) => revision.version }],
      true,
    );
  }

  source(viewer: Viewer): PageSource {
    return {
      table: 'article_revisions',
      alias: 'r',
      columns: selectList(ArticleRevision, 'r'),
      where: sql`r.community_id = ${viewer.communityId} AND r.article_id = parent.id`,
    };
  }

  parentOf({ articleId }: ArticleRevision): string {
    return articleId;
  }
}
