import { DomainError } from '@app/kernel';
import { isMember, type MemberViewer, type Viewer } from '../viewer/viewer';
import { PERMISSIONS, type Permission } from './permission';

/** Whether a viewer's role, seat and credential let them do something in the community at all. */
export function may(viewer: Viewer, permission: Permission): viewer is MemberViewer {
  const { roles, seat, scope } = PERMISSIONS[permission];
  if (!isMember(viewer) || viewer.suspended || !viewer.scopes.includes(scope)) return false;
  return (roles as readonly string[]).includes(viewer.role) || (seat && viewer.seat);
}

/** Whether a viewer sees the community at all. */
export function mayRead(viewer: Viewer): boolean {
  return viewer.scopes.includes('read') && (viewer.community.visibility === 'PUBLIC' || isMember(viewer));
}

/** Throws what a viewer who may not do it should be told; first line of every change. */
export function requirePermission(viewer: Viewer, permission: Permission): asserts viewer is MemberViewer {
  if (may(viewer, permission)) return;
  if (!mayRead(viewer)) throw DomainError.notFound('community');
  if (!viewer.userId) throw new DomainError('UNAUTHENTICATED', 'Log in first.');
  if (!isMember(viewer)) throw new DomainError('FORBIDDEN', 'Join this community first.');
  if (viewer.suspended)
    throw new DomainError('MEMBER_SUSPENDED', 'You are suspended in this community and can only read.');
  throw DomainError.forbidden(PERMISSIONS[permission].action);
}
