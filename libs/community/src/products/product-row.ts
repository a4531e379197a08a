import { jsonObject, selectList } from '@app/database';
import sql, { type Sql } from 'sql-template-tag';
import { Product } from './product.entity';

const PROPERTIES = [
  'communityId',
  'id',
  'parentId',
  'slug',
  'name',
  'description',
  'position',
  'followerCount',
  'archivedAt',
  'version',
] as const;

/** A product as it is read; attached to a topic its moments are texts in ISO 8601. */
export type ProductRow = Omit<Pick<Product, (typeof PROPERTIES)[number]>, 'archivedAt'> & {
  readonly archivedAt: Date | string | null;
};

/** The select list of products under the alias `p`. */
export const PRODUCT_COLUMNS = selectList(Product, 'p', PROPERTIES);

const PRODUCTS = {
  names: productsAs(['communityId', 'id', 'slug', 'name']),
  all: productsAs(PROPERTIES),
};

function productsAs(properties: readonly (keyof Product)[]): Sql {
  return sql`(SELECT coalesce(json_agg(${jsonObject(Product, 'p', properties)} ORDER BY p.position, p.id), '[]')
    FROM topic_products tp JOIN products p ON p.community_id = tp.community_id AND p.id = tp.product_id
    WHERE tp.community_id = t.community_id AND tp.topic_id = t.id) AS products`;
}

/** The products of a topic under the alias `t`, in the community's order, as one column of its row. */
export function productsOfTopic(detail: 'names' | 'all'): Sql {
  return PRODUCTS[detail];
}
