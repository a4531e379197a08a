import type { Actor } from '@app/database';
import { STAFF_ROLES, type Role } from '@app/kernel';
import type { Community } from '../communities/community.entity';

/** What a credential may be used for. A session may be used for all. */
export type Scope = 'read' | 'write' | 'admin';

/**
 * Who looks at one community, as of this request: a member, or somebody who is none (yet). Everything that is
 * read or changed there is judged by it, and loaders keep what a request has read by it.
 */
export interface Viewer extends Actor {
  readonly community: Community;
  /** The identity behind the request; null for anonymous readers. */
  readonly userId: string | null;
  /** Holds a moderation seat. */
  readonly seat: boolean;
  readonly suspended: boolean;
  readonly joinedAt: Date | null;
  /** What their word weighs, 0 to 1, in communities where that is known. */
  readonly trust: number;
  readonly scopes: readonly Scope[];
}

/** A viewer who is a member. */
export type MemberViewer = Viewer & { readonly memberId: string; readonly role: Role; readonly joinedAt: Date };

export function isMember(viewer: Viewer): viewer is MemberViewer {
  return viewer.memberId !== null && viewer.role !== null;
}

/** Sees private topics and what is held, hidden or removed: people of the company, and members with a seat. */
export function isStaff(viewer: Viewer): boolean {
  return !viewer.suspended && viewer.role !== null && (viewer.seat || STAFF_ROLES.includes(viewer.role));
}
