import { DatabaseError, selectList, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import type { MemberViewer } from '../viewer/viewer';
import { Member } from './member.entity';

/**
 * A member of the viewer's community, locked until the transaction ends; NOT_FOUND otherwise. INVALID_INPUT for a former
 * member, of whom nothing is left that could be changed.
 */
export async function lockMember(tx: Tx, viewer: MemberViewer, memberId: string): Promise<Member> {
  const member = await tx.row<Member>(
    sql`SELECT ${selectList(Member, 'm')} FROM members m
        WHERE m.community_id = ${viewer.communityId} AND m.id = ${memberId} FOR NO KEY UPDATE`,
  );
  if (!member) throw DomainError.notFound('member');
  if (member.erasedAt) throw DomainError.invalid('This is a former member: nothing about them can be changed.');
  return member;
}

/** HANDLE_TAKEN in place of the database's own words; other errors come back unchanged. */
export function handleFaultOf(error: unknown): unknown {
  return DatabaseError.violates(error, 'members_handle_key')
    ? new DomainError('HANDLE_TAKEN', 'Another member of this community has this handle: choose another one.')
    : error;
}
