import { Injectable } from '@nestjs/common';
import { may, type Viewer } from '@app/community';
import { Reader, selectList } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';
import { ReputationEntry } from '../../ledger/reputation-entry.entity';

/** Reads the lines that are contested, for leads; members read them in their own ledger. */
@Injectable()
export class DisputedEntryLoader extends BatchLoader<Viewer, string, ReputationEntry> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, ReputationEntry>> {
    if (!may(viewer, 'lead')) return new Map();
    const rows = await this.reader.rows<ReputationEntry>(
      viewer.communityId,
      sql`SELECT ${selectList(ReputationEntry, 'e')} FROM reputation_entries e
          WHERE e.community_id = ${viewer.communityId} AND e.id = ANY (${ids}::uuid[])`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
