import { Injectable } from '@nestjs/common';
import { EventLog, Transactor } from '@app/database';
import { DomainError } from '@app/kernel';
import { requirePermission } from '../access/may';
import { isGone } from '../posting/post-for-change';
import type { Viewer } from '../viewer/viewer';
import { lockPost } from './locked-post';
import { PostRemoval } from './post-removal';
import type { PostRef } from './post-ref';
import { PostStates } from './post-states';

/** Lets staff remove topics, answers and comments, also those of closed, archived and merged topics, and restore them. */
@Injectable()
export class PostRemovingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly removal: PostRemoval,
    private readonly states: PostStates,
  ) {}

  /** Removes a post with a reason, which its author is told. A topic leaves a tombstone that carries it. */
  async remove(viewer: Viewer, ref: PostRef, reason: string): Promise<void> {
    requirePermission(viewer, 'curate');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const post = await lockPost(tx, viewer, ref);
      if (isGone(post)) {
        throw new DomainError(ref.topicId ? 'TOPIC_REMOVED' : 'POST_REMOVED', 'This has been removed already.');
      }
      await this.removal.remove(tx, viewer, post, reason);
      await this.events.append(tx, viewer, {
        type: 'post.removed',
        subjectId: post.id,
        data: { topicId: post.topic.id, reason, from: post.state },
      });
    });
  }

  /** Brings back what staff removed, not what its author took back or what a fork made a topic of. */
  async restore(viewer: Viewer, ref: PostRef): Promise<void> {
    requirePermission(viewer, 'curate');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const post = await lockPost(tx, viewer, ref);
      if (post.state !== 'REMOVED' || post.forkedIntoId) {
        throw DomainError.invalid('Only what staff removed can be restored, and this was not.');
      }
      await this.states.set(tx, viewer, post, 'VISIBLE', null);
      await this.events.append(tx, viewer, {
        type: 'post.restored',
        subjectId: post.id,
        data: { topicId: post.topic.id, reason: post.stateReason },
      });
    });
  }
}
