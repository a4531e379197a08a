import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';
import { PRODUCT_COLUMNS, type ProductRow } from './product-row';

/** Reads the products below a product, in the community's order. */
@Injectable()
export class ChildProductsLoader extends BatchLoader<Viewer, string, ProductRow[]> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, parentIds: readonly string[]): Promise<ReadonlyMap<string, ProductRow[]>> {
    const rows = await this.reader.rows<ProductRow>(
      viewer.communityId,
      sql`SELECT ${PRODUCT_COLUMNS} FROM products p
          WHERE p.community_id = ${viewer.communityId} AND p.parent_id = ANY (${parentIds}::uuid[])
          ORDER BY p.position, p.id`,
    );
    return new Map(parentIds.map((id) => [id, rows.filter(({ parentId }) => parentId === id)]));
  }
}
