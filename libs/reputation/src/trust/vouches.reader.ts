import { Injectable } from '@nestjs/common';
import type { Viewer } from '@app/community';
import { Keyset, Reader, selectList } from '@app/database';
import { listKey, type Connection, type PageRequest } from '@app/kernel';
import sql from 'sql-template-tag';
import { VOUCHING_ROLES } from './seeds.reader';
import { Vouch } from './vouch.entity';

/** A vouch, and whether it counts. */
export type VouchRow = Vouch & { readonly counts: boolean };

const KEYSET = new Keyset<VouchRow>(
  listKey('vouches', null),
  [
    { expression: 'v.created_at', type: 'timestamptz', value: ({ createdAt }) => createdAt },
    { expression: 'v.member_id', type: 'uuid', value: ({ memberId }) => memberId },
    { expression: 'v.voucher_id', type: 'uuid', value: ({ voucherId }) => voucherId },
  ],
  true,
);

/** Reads who vouches for whom, for those who may vouch. */
@Injectable()
export class VouchesReader {
  constructor(private readonly reader: Reader) {}

  /** All vouches, the newest first. */
  async list({ communityId }: Viewer, page: PageRequest): Promise<Connection<VouchRow>> {
    const rows = await this.reader.rows<VouchRow>(
      communityId,
      sql`SELECT ${selectList(Vouch, 'v')}, m.erased_at IS NULL AND s.role = ANY (${VOUCHING_ROLES})
          AND (s.suspended_until IS NULL OR s.suspended_until <= now()) AS counts
        FROM vouches v
        JOIN members m ON m.community_id = v.community_id AND m.id = v.member_id
        JOIN members s ON s.community_id = v.community_id AND s.id = v.voucher_id
        WHERE v.community_id = ${communityId}${KEYSET.after(page)}${KEYSET.orderAndLimit(page)}`,
    );
    return KEYSET.toConnection(rows, page);
  }
}
