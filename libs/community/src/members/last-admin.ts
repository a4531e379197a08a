import type { Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';

/**
 * After an admin has gone, with the community locked before: LAST_ADMIN where nobody is left to run it. An admin counts
 * who can log in and act: one whom nobody has claimed, or who is suspended, does not.
 */
export async function requireAdmin(tx: Tx, communityId: string): Promise<void> {
  const admin = await tx.row(sql`
    SELECT id FROM members WHERE community_id = ${communityId} AND role = 'ADMIN' AND user_id IS NOT NULL
      AND (suspended_until IS NULL OR suspended_until <= now()) LIMIT 1`);
  if (!admin) throw new DomainError('LAST_ADMIN', 'This is the last admin: give somebody else the role ADMIN first.');
}
