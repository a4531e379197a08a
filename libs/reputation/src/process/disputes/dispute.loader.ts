import { Injectable } from '@nestjs/common';
import { may, type Viewer } from '@app/community';
import { Reader, selectList } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql, { empty } from 'sql-template-tag';
import { ReputationDispute } from './reputation-dispute.entity';

/** Reads disputes by their keys: members their own, leads all of them. */
@Injectable()
export class DisputeLoader extends BatchLoader<Viewer, string, ReputationDispute> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, ReputationDispute>> {
    if (!viewer.memberId) return new Map();
    const own = may(viewer, 'lead') ? empty : sql` AND d.member_id = ${viewer.memberId}`;
    const rows = await this.reader.rows<ReputationDispute>(
      viewer.communityId,
      sql`SELECT ${selectList(ReputationDispute, 'd')} FROM reputation_disputes d
          WHERE d.community_id = ${viewer.communityId} AND d.id = ANY (${ids}::uuid[])${own}`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
