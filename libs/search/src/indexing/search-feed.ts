import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import sql from 'sql-template-tag';
import type { DocumentRef } from '../documents/search-document';

/** One step of the index: a thing that was written or removed. Of each thing only the last one is known. */
export interface FeedEntry extends DocumentRef {
  /** Grows from step to step; within a community in the order of commits, so that nothing slips in behind a reader. */
  readonly revision: number;
  readonly removed: boolean;
}

/** What has changed in the index of a community, for everything that follows it: mirrors, caches. */
@Injectable()
export class SearchFeed {
  constructor(private readonly reader: Reader) {}

  /** Up to `limit` entries behind a revision, oldest first; from the beginning behind 0. */
  async since(communityId: string, revision: number, limit: number): Promise<FeedEntry[]> {
    const rows = await this.reader.rows<Omit<FeedEntry, 'revision'> & { revision: string }>(
      communityId,
      sql`SELECT kind, id, revision, removed FROM search_documents
        WHERE community_id = ${communityId} AND revision > ${revision} ORDER BY revision LIMIT ${limit}`,
    );
    return rows.map((row) => ({ ...row, revision: Number(row.revision) }));
  }
}
