import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import sql from 'sql-template-tag';
import type { DocumentRef } from '../documents/search-document';

/** What is taken of the newest changes, in parts of a whole: a large import does not hold up what people write meanwhile. */
const NEWEST = 1 / 5;

/** What has been noted to be indexed again. */
@Injectable()
export class SearchChanges {
  /**
   * Takes up to `limit` things away, each with all its notes. What is read of them afterwards, in the same transaction, is
   * as new as the notes or newer; a change that is committed later has left a note of its own.
   */
  take(tx: Tx, communityId: string, limit: number): Promise<DocumentRef[]> {
    const newest = Math.floor(limit * NEWEST);
    return tx.rows<DocumentRef>(sql`
      WITH taken AS MATERIALIZED (
        SELECT DISTINCT kind, id FROM (
          (SELECT kind, id FROM search_changes WHERE community_id = ${communityId} ORDER BY seq LIMIT ${limit - newest})
          UNION ALL
          (SELECT kind, id FROM search_changes WHERE community_id = ${communityId} ORDER BY seq DESC LIMIT ${newest})) ends),
      gone AS (
        DELETE FROM search_changes c USING taken
        WHERE c.community_id = ${communityId} AND c.kind = taken.kind AND c.id = taken.id)
      SELECT kind, id FROM taken`);
  }
}
