import { effectiveSettings } from '../communities/community-settings';
import type { PostState } from '../topics/topic-kind';
import type { MemberViewer } from '../viewer/viewer';

/** The state a new post starts in: a new customer's first posts wait where the community wants to see them first. */
export function firstState(viewer: MemberViewer): PostState {
  const { holdFirstPosts } = effectiveSettings(viewer.community.settings);
  return viewer.role === 'CUSTOMER' && !viewer.seat && viewer.approvedPosts < holdFirstPosts ? 'HELD' : 'VISIBLE';
}
