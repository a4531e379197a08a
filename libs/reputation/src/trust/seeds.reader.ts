import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { STAFF_ROLES, type Role } from '@app/kernel';
import sql from 'sql-template-tag';

/** The members from whom all trust comes. */
export interface Seeds {
  readonly ids: readonly string[];
  /** The same for the same members. */
  readonly digest: string;
}

/** Whose role puts them among those from whom all trust comes. */
const ROLES_OF_SEEDS: readonly Role[] = ['CHAMPION', ...STAFF_ROLES];
/** Whose vouching counts: who may vouch, as long as they may. */
export const VOUCHING_ROLES: readonly Role[] = ['REPRESENTATIVE', 'LEAD', 'ADMIN'];

/**
 * Says from whom all trust comes: people of the company, champions, members with a seat, and those whom somebody vouches
 * for who speaks for the company. Nobody who is suspended, or gone.
 */
@Injectable()
export class SeedsReader {
  constructor(private readonly reader: Reader) {}

  async of(communityId: string): Promise<Seeds> {
    const rows = await this.reader.rows<{ id: string }>(
      communityId,
      sql`SELECT m.id FROM members m
        WHERE m.community_id = ${communityId} AND m.erased_at IS NULL AND m.merged_into_id IS NULL AND m.role <> 'ALUM'
          AND (m.suspended_until IS NULL OR m.suspended_until <= now())
          AND (m.role = ANY (${ROLES_OF_SEEDS}) OR m.seat OR m.id = ANY (ARRAY (
            SELECT v.member_id FROM vouches v
            JOIN members s ON s.community_id = v.community_id AND s.id = v.voucher_id
            WHERE v.community_id = ${communityId} AND s.role = ANY (${VOUCHING_ROLES})
              AND (s.suspended_until IS NULL OR s.suspended_until <= now()))))
        ORDER BY m.id`,
    );
    const ids = rows.map(({ id }) => id);
    return { ids, digest: createHash('sha256').update(ids.join(' ')).digest('base64url') };
  }
}
