import { Injectable } from '@nestjs/common';
import { EventLog, Transactor, type Tx } from '@app/database';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { putUnderProducts } from '../products/put-under-products';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import { lockArticle } from './article-for-change';

/** Sorts articles under products; texts and versions stay as they are. */
@Injectable()
export class ArticleSortingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
  ) {}

  /** Makes the article be about exactly these products. */
  async setProducts(viewer: Viewer, articleId: string, productIds: readonly string[]): Promise<void> {
    requirePermission(viewer, 'speakForCompany');
    await this.transactor.run(viewer.communityId, async (tx) => {
      await lockArticle(tx, viewer, articleId);
      const from = await this.productsOf(tx, viewer, articleId);
      await putUnderProducts(tx, viewer.communityId, { what: 'article', id: articleId }, productIds);
      const to = await this.productsOf(tx, viewer, articleId);
      if (String(from) === String(to)) return;
      await this.events.append(tx, viewer, { type: 'article.products_set', subjectId: articleId, data: { from, to } });
    });
  }

  private async productsOf(tx: Tx, { communityId }: MemberViewer, articleId: string): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(sql`
      SELECT product_id AS id FROM article_products
      WHERE community_id = ${communityId} AND article_id = ${articleId} ORDER BY product_id`);
    return rows.map(({ id }) => id);
  }
}
