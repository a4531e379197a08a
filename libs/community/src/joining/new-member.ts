import type { Tx } from '@app/database';
import type { Role } from '@app/kernel';
import sql from 'sql-template-tag';
import { suggestedHandles } from './suggested-handles';

/** Somebody who becomes a member. */
export interface MemberToBe {
  readonly communityId: string;
  readonly id: string;
  readonly userId: string;
  readonly displayName: string;
  /** Suggested by the display name where it is left out. */
  readonly handle?: string | null;
  readonly role: Role;
}

/** The handle of the new member; null where the one they wish, or all that suggest themselves, are in use. */
export async function insertMember(tx: Tx, member: MemberToBe): Promise<string | null> {
  const { communityId, id, userId, displayName, handle, role } = member;
  for (const candidate of handle ? [handle] : suggestedHandles(displayName)) {
    const row = await tx.row(sql`
      INSERT INTO members (community_id, id, user_id, handle, display_name, role)
      VALUES (${communityId}, ${id}, ${userId}, ${candidate}, ${displayName}, ${role})
      ON CONFLICT (community_id, handle) DO NOTHING RETURNING id`);
    if (row) return candidate;
  }
  return null;
}
