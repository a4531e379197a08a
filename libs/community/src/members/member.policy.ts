import { STAFF_ROLES } from '@app/kernel';
import { may } from '../access/may';
import type { Viewer } from '../viewer/viewer';
import type { Member } from './member.entity';

/** Nobody suspends an admin; only admins suspend people of the company and members with a seat. */
export function maySuspend(viewer: Viewer, member: Pick<Member, 'role' | 'seat'>): boolean {
  if (!may(viewer, 'curate') || member.role === 'ADMIN') return false;
  return viewer.role === 'ADMIN' || !(member.seat || STAFF_ROLES.includes(member.role));
}

/** A suspension is between the member and those who may suspend. */
export function maySeeSuspension(viewer: Viewer, member: Pick<Member, 'id'>): boolean {
  return viewer.memberId === member.id || may(viewer, 'curate');
}
