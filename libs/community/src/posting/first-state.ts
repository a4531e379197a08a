import type { Tx } from '@app/database';
import sql from 'sql-template-tag';
import { effectiveSettings } from '../communities/community-settings';
import type { PostState } from '../topics/topic-kind';
import type { MemberViewer } from '../viewer/viewer';

/**
 * The state a new post starts in: where the community wants to see a new customer's first posts before others do,
 * they wait until as many of that customer's posts stand as the setting says.
 */
export async function firstState(tx: Tx, viewer: MemberViewer): Promise<PostState> {
  const { holdFirstPosts } = effectiveSettings(viewer.community.settings);
  if (holdFirstPosts === 0 || viewer.role !== 'CUSTOMER' || viewer.seat) return 'VISIBLE';
  const { communityId, memberId } = viewer;
  const standing = await tx.rows(sql`
    SELECT 1 FROM topics WHERE community_id = ${communityId} AND author_id = ${memberId} AND state = 'VISIBLE'
    UNION ALL SELECT 1 FROM answers WHERE community_id = ${communityId} AND author_id = ${memberId} AND state = 'VISIBLE'
    UNION ALL SELECT 1 FROM comments WHERE community_id = ${communityId} AND author_id = ${memberId} AND state = 'VISIBLE'
    LIMIT ${holdFirstPosts}`);
  return standing.length < holdFirstPosts ? 'HELD' : 'VISIBLE';
}
