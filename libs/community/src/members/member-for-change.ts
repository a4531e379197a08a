import { DatabaseError, selectList, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import type { MemberViewer } from '../viewer/viewer';
import { Member } from './member.entity';

/** A member of the viewer's community, locked until the transaction ends; NOT_FOUND otherwise. */
export async function lockMember(tx: Tx, viewer: MemberViewer, memberId: string): Promise<Member> {
  const member = await tx.row<Member>(
    sql`SELECT ${selectList(Member, 'm')} FROM members m
        WHERE m.community_id = ${viewer.communityId} AND m.id = ${memberId} FOR NO KEY UPDATE`,
  );
  if (!member) throw DomainError.notFound('member');
  return member;
}

/** HANDLE_TAKEN in place of the database's own words; other errors come back unchanged. */
export function handleFaultOf(error: unknown): unknown {
  return DatabaseError.violates(error, 'members_handle_key')
    ? new DomainError('HANDLE_TAKEN', 'Another member of this community has this handle: choose another one.')
    : error;
}
