import { effectiveSettings } from '../communities/community-settings';
import type { MemberViewer } from '../viewer/viewer';

const DAY = 86_400_000;

/** Customers are trusted whose word weighs so much at least, of 1. */
export const TRUSTED_FROM = 0.05;

/**
 * Whether a member's word counts (stars that solve, flags that hide): people with a role beyond CUSTOMER, and customers in
 * whom others have put trust. In a community that knows too little of that yet: customers who have been here for its
 * number of days.
 */
export function isTrusted(viewer: MemberViewer, now = new Date()): boolean {
  const { suspended, role, seat, community, joinedAt, trust } = viewer;
  if (suspended || role === 'ALUM') return false;
  if (role !== 'CUSTOMER' || seat) return true;
  if (community.trustEpoch !== null) return trust >= TRUSTED_FROM;
  return now.getTime() - joinedAt.getTime() >= effectiveSettings(community.settings).trustedAfterDays * DAY;
}
