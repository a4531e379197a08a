import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import sql from 'sql-template-tag';
import type { MemberViewer } from '../viewer/viewer';
import { ArticleRevision } from './article-revision.entity';

/** Keeps what each version of an article said. */
@Injectable()
export class ArticleRevisions {
  /** The version that the viewer has just written. */
  async keep(
    tx: Tx,
    { communityId, memberId }: MemberViewer,
    text: Pick<ArticleRevision, 'articleId' | 'version' | 'title' | 'summary' | 'body'>,
  ): Promise<void> {
    await tx.insert(ArticleRevision, { communityId, editorId: memberId, ...text });
  }

  /** The version that stands now, before it changes: articles imported before versions were kept have none. */
  async keepStanding(tx: Tx, communityId: string, articleId: string): Promise<void> {
    await tx.rows(sql`
      INSERT INTO article_revisions (community_id, article_id, version, editor_id, title, summary, body, created_at)
      SELECT x.community_id, x.id, x.version, x.author_id, x.title, x.summary, x.body, coalesce(x.edited_at, x.created_at)
      FROM articles x WHERE x.community_id = ${communityId} AND x.id = ${articleId}
      ON CONFLICT (community_id, article_id, version) DO NOTHING`);
  }
}
