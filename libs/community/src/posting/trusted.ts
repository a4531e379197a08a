import { effectiveSettings } from '../communities/community-settings';
import type { MemberViewer } from '../viewer/viewer';

const DAY = 86_400_000;

/**
 * Whether a member's word counts (stars that solve, flags that hide): people with a role beyond CUSTOMER, and
 * customers who have been here for the community's number of days.
 */
export function isTrusted(viewer: MemberViewer, now = new Date()): boolean {
  if (viewer.suspended || viewer.role === 'ALUM') return false;
  const { trustedAfterDays } = effectiveSettings(viewer.community.settings);
  return (
    viewer.role !== 'CUSTOMER' || viewer.seat || now.getTime() - viewer.joinedAt.getTime() >= trustedAfterDays * DAY
  );
}
