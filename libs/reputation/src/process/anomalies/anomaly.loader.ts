import { Injectable } from '@nestjs/common';
import { may, type Viewer } from '@app/community';
import { Reader, selectList } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';
import { ReputationAnomaly } from './reputation-anomaly.entity';

/** Reads anomalies by their keys, for leads. */
@Injectable()
export class AnomalyLoader extends BatchLoader<Viewer, string, ReputationAnomaly> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, ReputationAnomaly>> {
    if (!may(viewer, 'lead')) return new Map();
    const rows = await this.reader.rows<ReputationAnomaly>(
      viewer.communityId,
      sql`SELECT ${selectList(ReputationAnomaly, 'a')} FROM reputation_anomalies a
          WHERE a.community_id = ${viewer.communityId} AND a.id = ANY (${ids}::uuid[])`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
