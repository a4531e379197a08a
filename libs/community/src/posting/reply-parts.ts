import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import type { FollowReason } from '../follows/follow.entity';
import { TopicFollowers } from '../follows/topic-followers';
import { ModerationQueue } from '../moderation/moderation-queue';
import type { PostRef } from '../moderation/post-ref';
import { Revisions } from '../revisions/revisions';
import type { PostState } from '../topics/topic-kind';
import { TopicTally } from '../topics/topic-tally';
import type { MemberViewer } from '../viewer/viewer';
import { POSTING_FOLLOWERS, type PostingFollower } from './posting-followers';

/** A reply to a topic, which is an answer or a comment, with the text of its new version. */
export interface ReplyVersion {
  readonly post: PostRef;
  readonly topicId: string;
  readonly version: number;
  readonly body: string;
}

/** What a change of an answer or a comment brings along in other tables. The topic's row is locked. */
@Injectable()
export class ReplyParts {
  constructor(
    private readonly revisions: Revisions,
    private readonly tally: TopicTally,
    private readonly followers: TopicFollowers,
    private readonly queue: ModerationQueue,
    @Inject(POSTING_FOLLOWERS) private readonly postingFollowers: readonly PostingFollower[],
  ) {}

  /** Keeps the first version, makes the author a follower, and counts the reply, or queues it where it is held. */
  async begin(
    tx: Tx,
    viewer: MemberViewer,
    reply: ReplyVersion,
    { state, reason }: { state: PostState; reason: FollowReason },
  ): Promise<void> {
    await this.keepVersion(tx, viewer, reply);
    await this.followers.add(tx, viewer, reply.topicId, reason);
    if (state === 'HELD') return this.queue.hold(tx, viewer, reply.post);
    await this.tally.refresh(tx, viewer, [reply.topicId], { active: true });
    for (const follower of this.postingFollowers) await follower.replied(tx, viewer.communityId, reply.topicId);
  }

  /** Keeps what a version said. */
  async keepVersion(tx: Tx, viewer: MemberViewer, { post, version, body }: ReplyVersion): Promise<void> {
    await this.revisions.keep(tx, viewer, { ...post, version, body });
  }

  /** Takes a reply that its author took back out of the counts and of the moderation queue. */
  async withdraw(tx: Tx, viewer: MemberViewer, post: PostRef, topicId: string): Promise<void> {
    await this.queue.withdraw(tx, viewer, post);
    await this.tally.refresh(tx, viewer, [topicId]);
  }
}
