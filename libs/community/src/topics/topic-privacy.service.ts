import { Inject, Injectable } from '@nestjs/common';
import { EventLog, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { may, requirePermission } from '../access/may';
import { POSTING_FOLLOWERS, type PostingFollower } from '../posting/posting-followers';
import { TagCounts } from '../tags/tag-counts';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import { lockTopic, requirePresent } from './topic-for-change';
import type { TopicVisibility } from './topic-kind';
import type { Topic } from './topic.entity';

/** Says who sees a topic: everybody who sees the community, or its author and staff. */
@Injectable()
export class TopicPrivacyService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly tags: TagCounts,
    @Inject(POSTING_FOLLOWERS) private readonly followers: readonly PostingFollower[],
  ) {}

  /** Staff may always; authors as long as nobody else has replied and no duplicate has been merged into it. */
  async set(viewer: Viewer, input: { topicId: string; visibility: TopicVisibility }): Promise<void> {
    requirePermission(viewer, 'participate');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const topic = await lockTopic(tx, viewer, input.topicId);
      if (!may(viewer, 'curate')) await this.requireAlone(tx, viewer, topic);
      requirePresent(topic);
      if (topic.visibility === input.visibility) return;
      await tx.rows(sql`
        UPDATE topics SET visibility = ${input.visibility}
        WHERE community_id = ${topic.communityId} AND id = ${topic.id}`);
      await this.tags.adjust(tx, topic);
      await this.events.append(tx, viewer, {
        type: 'topic.visibility_set',
        subjectId: topic.id,
        data: { from: topic.visibility, to: input.visibility },
      });
      if (input.visibility === 'PRIVATE') return;
      for (const follower of this.followers) await follower.opened(tx, topic.communityId, topic.id);
    });
  }

  private async requireAlone(tx: Tx, viewer: MemberViewer, { communityId, id, authorId }: Topic): Promise<void> {
    if (authorId !== viewer.memberId) throw DomainError.forbidden('say who sees the topics of others');
    const others = await tx.row(sql`
      SELECT FROM answers WHERE community_id = ${communityId} AND topic_id = ${id} AND author_id <> ${authorId}
      UNION ALL SELECT FROM comments WHERE community_id = ${communityId} AND topic_id = ${id} AND author_id <> ${authorId}
      UNION ALL SELECT FROM topics WHERE community_id = ${communityId} AND merged_into_id = ${id}
      LIMIT 1`);
    if (others) {
      throw new DomainError('FORBIDDEN', 'Others have taken part in this topic: ask staff to change who sees it.');
    }
  }
}
