import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';
import { productsOfTopic, type ProductRow } from './product-row';

/** Reads the products of topics that the viewer has been given, by the topic's key. */
@Injectable()
export class ProductsOfTopicLoader extends BatchLoader<Viewer, string, ProductRow[]> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, topicIds: readonly string[]): Promise<ReadonlyMap<string, ProductRow[]>> {
    const rows = await this.reader.rows<{ id: string; products: ProductRow[] }>(
      viewer.communityId,
      sql`SELECT t.id, ${productsOfTopic('all')} FROM topics t
          WHERE t.community_id = ${viewer.communityId} AND t.id = ANY (${topicIds}::uuid[])`,
    );
    return new Map(rows.map(({ id, products }) => [id, products]));
  }
}
