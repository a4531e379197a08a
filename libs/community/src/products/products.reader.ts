import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import sql, { empty } from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';
import { PRODUCT_SLUG } from './product-input';
import { PRODUCT_COLUMNS, type ProductRow } from './product-row';

/** Finds the products of a community. */
@Injectable()
export class ProductsReader {
  constructor(private readonly reader: Reader) {}

  /** The whole tree as a list: each product before its parts, those beside each other in their order. */
  async all(viewer: Viewer, withArchived: boolean): Promise<ProductRow[]> {
    const rows = await this.reader.rows<ProductRow>(
      viewer.communityId,
      sql`SELECT ${PRODUCT_COLUMNS} FROM products p
          WHERE p.community_id = ${viewer.communityId}${withArchived ? empty : sql` AND p.archived_at IS NULL`}
          ORDER BY p.position, p.id`,
    );
    return inTreeOrder(rows);
  }

  /** The product with this name in addresses; null where there is none. */
  async bySlug(viewer: Viewer, slug: string): Promise<ProductRow | null> {
    if (!PRODUCT_SLUG.test(slug)) return null;
    return this.reader.row<ProductRow>(
      viewer.communityId,
      sql`SELECT ${PRODUCT_COLUMNS} FROM products p
          WHERE p.community_id = ${viewer.communityId} AND p.slug = ${slug}`,
    );
  }
}

/** A product whose parent is not in the list stands at the top. */
function inTreeOrder(rows: readonly ProductRow[]): ProductRow[] {
  const known = new Set(rows.map(({ id }) => id));
  const below = new Map<string | null, ProductRow[]>();
  for (const row of rows) {
    const parent = row.parentId !== null && known.has(row.parentId) ? row.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), row]);
  }
  const walk = (parent: string | null): ProductRow[] =>
    (below.get(parent) ?? []).flatMap((row) => [row, ...walk(row.id)]);
  return walk(null);
}
