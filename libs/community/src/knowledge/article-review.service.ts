import { Injectable } from '@nestjs/common';
import { EventLog, Transactor } from '@app/database';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import type { Viewer } from '../viewer/viewer';
import { lockArticle } from './article-for-change';

/** Sees to it that somebody looks at articles again. */
@Injectable()
export class ArticleReviewService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
  ) {}

  /** Names the moment of the next review: whoever has looked names the one after; null for never. */
  async set(viewer: Viewer, articleId: string, reviewAt: Date | null): Promise<void> {
    requirePermission(viewer, 'speakForCompany');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const { reviewAt: from } = await lockArticle(tx, viewer, articleId);
      if (from?.getTime() === reviewAt?.getTime()) return;
      await tx.rows(sql`
        UPDATE articles SET review_at = ${reviewAt} WHERE community_id = ${viewer.communityId} AND id = ${articleId}`);
      const data = { from, to: reviewAt };
      await this.events.append(tx, viewer, { type: 'article.review_set', subjectId: articleId, data });
    });
  }
}
