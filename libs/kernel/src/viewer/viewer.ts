import { STAFF_ROLES, type Role } from './role';

/** Whether readers without membership see a community. */
export type CommunityVisibility = 'PUBLIC' | 'MEMBERS_ONLY';

/**
 * Who looks at one community, as of this request: a member, or somebody who is none (yet).
 * Everything that is read or changed is judged by it.
 */
export interface Viewer {
  readonly communityId: string;
  readonly communityVisibility: CommunityVisibility;
  /** The identity behind the request; null for anonymous readers, and where a key acts for a member without one. */
  readonly userId: string | null;
  readonly memberId: string | null;
  readonly role: Role | null;
  /** Holds a moderation seat. */
  readonly seat: boolean;
  readonly suspended: boolean;
  /** The user whose key acts for the member; null where members act for themselves. */
  readonly actingUserId: string | null;
  /** What the credential may be used for: `read`, `write`, `admin`; a session has them all. */
  readonly scopes: readonly string[];
}

/** Sees private topics and what is held or hidden: people of the company, and members with a seat. */
export function isStaff(viewer: Viewer): boolean {
  return !viewer.suspended && viewer.role !== null && (viewer.seat || STAFF_ROLES.includes(viewer.role));
}

/** A viewer who is a member; UNAUTHENTICATED or FORBIDDEN is the guard's word before this is asked. */
export type MemberViewer = Viewer & { readonly memberId: string; readonly role: Role };
