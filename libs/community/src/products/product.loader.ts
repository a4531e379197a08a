import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';
import { PRODUCT_COLUMNS, type ProductRow } from './product-row';

/** Reads products by key. */
@Injectable()
export class ProductLoader extends BatchLoader<Viewer, string, ProductRow> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, ProductRow>> {
    const rows = await this.reader.rows<ProductRow>(
      viewer.communityId,
      sql`SELECT ${PRODUCT_COLUMNS} FROM products p
          WHERE p.community_id = ${viewer.communityId} AND p.id = ANY (${ids}::uuid[])`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
