import { Injectable } from '@nestjs/common';
import { requirePermission, type Viewer } from '@app/community';
import { Keyset, Reader, selectList } from '@app/database';
import { listKey, type Connection, type PageRequest } from '@app/kernel';
import sql, { type Sql } from 'sql-template-tag';
import { ReputationDispute } from './reputation-dispute.entity';

/** Lists disputes: open ones for leads, each member's own for them. */
@Injectable()
export class DisputesReader {
  constructor(private readonly reader: Reader) {}

  /** Those that nobody has decided, the oldest first. */
  open(viewer: Viewer, page: PageRequest): Promise<Connection<ReputationDispute>> {
    requirePermission(viewer, 'lead');
    return this.page(viewer, 'open', sql`d.outcome IS NULL`, page);
  }

  /** Those of the viewer, the oldest first. */
  own(viewer: Viewer, page: PageRequest): Promise<Connection<ReputationDispute>> {
    requirePermission(viewer, 'participate');
    return this.page(viewer, viewer.memberId, sql`d.member_id = ${viewer.memberId}`, page);
  }

  private async page(
    { communityId }: Viewer,
    which: string,
    condition: Sql,
    page: PageRequest,
  ): Promise<Connection<ReputationDispute>> {
    const keyset = new Keyset<ReputationDispute>(
      listKey('disputes', [communityId, which]),
      [
        { expression: 'd.created_at', type: 'timestamptz', value: ({ createdAt }) => createdAt },
        { expression: 'd.id', type: 'uuid', value: ({ id }) => id },
      ],
      false,
    );
    const rows = await this.reader.rows<ReputationDispute>(
      communityId,
      sql`SELECT ${selectList(ReputationDispute, 'd')} FROM reputation_disputes d
          WHERE d.community_id = ${communityId} AND ${condition}${keyset.after(page)}${keyset.orderAndLimit(page)}`,
    );
    return keyset.toConnection(rows, page);
  }
}
