import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import sql, { raw } from 'sql-template-tag';
import { POSTING_FOLLOWERS, type PostingFollower } from '../posting/posting-followers';
import { TagCounts } from '../tags/tag-counts';
import type { PostState } from '../topics/topic-kind';
import { TopicTally } from '../topics/topic-tally';
import type { MemberViewer } from '../viewer/viewer';
import type { LockedPost } from './locked-post';

/** Says what keeps a post from being seen, and counts what is seen then. */
@Injectable()
export class PostStates {
  constructor(
    private readonly tally: TopicTally,
    private readonly tagCounts: TagCounts,
    @Inject(POSTING_FOLLOWERS) private readonly followers: readonly PostingFollower[],
  ) {}

  /** Moves a locked post into a state. A reply that comes into view is an activity of its topic. */
  async set(tx: Tx, viewer: MemberViewer, post: LockedPost, state: PostState, reason: string | null): Promise<void> {
    const table = raw(post.ref.answerId ? 'answers' : post.ref.commentId ? 'comments' : 'topics');
    await tx.rows(sql`
      UPDATE ${table} SET state = ${state}, state_reason = ${reason}
      WHERE community_id = ${viewer.communityId} AND id = ${post.id}`);
    const appears = state === 'VISIBLE' && post.state === 'HELD';
    if (!post.ref.topicId) return this.tally.refresh(tx, viewer, [post.topic.id], { active: appears });
    await this.tagCounts.adjust(tx, post.topic);
    if (!appears) return;
    for (const follower of this.followers) await follower.opened(tx, viewer.communityId, post.topic.id);
  }
}
