import { Injectable } from '@nestjs/common';
import { requirePermission, type Viewer } from '@app/community';
import { Keyset, Reader, selectList } from '@app/database';
import { listKey, type Connection, type PageRequest } from '@app/kernel';
import sql from 'sql-template-tag';
import { ReputationEntry } from '../../ledger/reputation-entry.entity';
import { ReputationAnomaly, type AnomalyState } from './reputation-anomaly.entity';

/** Lists anomalies, and the confirmations that they are made of, for leads. */
@Injectable()
export class AnomaliesReader {
  constructor(private readonly reader: Reader) {}

  /** Those of one state, the newest first. */
  async page(viewer: Viewer, state: AnomalyState, page: PageRequest): Promise<Connection<ReputationAnomaly>> {
    requirePermission(viewer, 'lead');
    const { communityId } = viewer;
    const keyset = new Keyset<ReputationAnomaly>(
      listKey('anomalies', [communityId, state]),
      [
        { expression: 'a.found_at', type: 'timestamptz', value: ({ foundAt }) => foundAt },
        { expression: 'a.id', type: 'uuid', value: ({ id }) => id },
      ],
      true,
    );
    const rows = await this.reader.rows<ReputationAnomaly>(
      communityId,
      sql`SELECT ${selectList(ReputationAnomaly, 'a')} FROM reputation_anomalies a
          WHERE a.community_id = ${communityId} AND a.state = ${state}${keyset.after(page)}${keyset.orderAndLimit(page)}`,
    );
    return keyset.toConnection(rows, page);
  }

  /** The confirmations of one, oldest first. */
  async confirmations(
    viewer: Viewer,
    { id, entryIds }: ReputationAnomaly,
    page: PageRequest,
  ): Promise<Connection<ReputationEntry>> {
    requirePermission(viewer, 'lead');
    const { communityId } = viewer;
    const keyset = new Keyset<ReputationEntry>(
      listKey('anomaly', [communityId, id]),
      [
        { expression: 'e.at', type: 'timestamptz', value: ({ at }) => at },
        { expression: 'e.id', type: 'uuid', value: (entry) => entry.id },
      ],
      false,
    );
    const rows = await this.reader.rows<ReputationEntry>(
      communityId,
      sql`SELECT ${selectList(ReputationEntry, 'e')} FROM reputation_entries e
          WHERE e.community_id = ${communityId} AND e.id = ANY (${entryIds}::uuid[])${keyset.after(page)}${keyset.orderAndLimit(page)}`,
    );
    return keyset.toConnection(rows, page);
  }
}
