import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';
import { PRODUCT_COLUMNS, type ProductRow } from '../products/product-row';
import type { Viewer } from '../viewer/viewer';

/** Reads the products of articles that the viewer has been given, by the article's key, in the community's order. */
@Injectable()
export class ProductsOfArticleLoader extends BatchLoader<Viewer, string, ProductRow[]> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, articleIds: readonly string[]): Promise<ReadonlyMap<string, ProductRow[]>> {
    const rows = await this.reader.rows<ProductRow & { articleId: string }>(
      viewer.communityId,
      sql`SELECT ap.article_id AS "articleId", ${PRODUCT_COLUMNS} FROM article_products ap
          JOIN products p ON p.community_id = ap.community_id AND p.id = ap.product_id
          WHERE ap.community_id = ${viewer.communityId} AND ap.article_id = ANY (${articleIds}::uuid[])
          ORDER BY p.position, p.id`,
    );
    const products = new Map(articleIds.map((id): [string, ProductRow[]] => [id, []]));
    for (const row of rows) products.get(row.articleId)?.push(row);
    return products;
  }
}
