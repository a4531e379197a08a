import { Injectable } from '@nestjs/common';
import { EventLog, Transactor } from '@app/database';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import type { Viewer } from '../viewer/viewer';
import { lockArticle } from './article-for-change';
import type { ArticleState } from './article.entity';

/** Shows articles to readers, and takes them back into drafts: nothing of them is lost by it. */
@Injectable()
export class ArticlePublishingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
  ) {}

  /** Readers see it from now on. What is published stays so. */
  async publish(viewer: Viewer, articleId: string): Promise<void> {
    await this.become(viewer, articleId, 'PUBLISHED');
  }

  /** Only staff see it from now on. A draft stays one. */
  async withdraw(viewer: Viewer, articleId: string): Promise<void> {
    await this.become(viewer, articleId, 'DRAFT');
  }

  private async become(viewer: Viewer, articleId: string, state: ArticleState): Promise<void> {
    requirePermission(viewer, 'speakForCompany');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const article = await lockArticle(tx, viewer, articleId);
      if (article.state === state) return;
      await tx.rows(sql`
        UPDATE articles SET state = ${state} WHERE community_id = ${viewer.communityId} AND id = ${articleId}`);
      const type = state === 'PUBLISHED' ? 'article.published' : 'article.withdrawn';
      await this.events.append(tx, viewer, { type, subjectId: articleId, data: { version: article.version } });
    });
  }
}
