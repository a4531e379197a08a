import { Injectable } from '@nestjs/common';
import { EventLog, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import { findLink, judgedBy, lockLinkedTopics, type LinkEnds } from './link-for-change';
import type { TopicLink } from './topic-link.entity';

/** Lets whoever asked a topic, and staff, say whether a link that leads away from it is right. */
@Injectable()
export class LinkJudgingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
  ) {}

  /** The two do ask the same; a second time changes nothing. NOT_FOUND where nobody says so, or it was rejected. */
  async confirm(viewer: Viewer, ends: LinkEnds): Promise<void> {
    requirePermission(viewer, 'participate');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const link = await this.judged(tx, viewer, ends);
      if (link.kind !== 'DUPLICATE' || link.rejectedAt) throw DomainError.notFound('duplicate');
      if (link.confirmedAt) return;
      const data = { linkedId: ends.linkedId, linkedById: link.linkedById };
      await tx.rows(sql`
        UPDATE topic_links SET confirmed_at = now(), confirmed_by_id = ${viewer.memberId}
        WHERE community_id = ${viewer.communityId} AND topic_id = ${ends.topicId} AND linked_id = ${ends.linkedId}`);
      await this.events.append(tx, viewer, { type: 'topic.duplicate_confirmed', subjectId: ends.topicId, data });
    });
  }

  /** The link is wrong: nobody sees it any more, and others may not make it again. A second time changes nothing. */
  async reject(viewer: Viewer, ends: LinkEnds): Promise<void> {
    requirePermission(viewer, 'participate');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const link = await this.judged(tx, viewer, ends);
      if (link.rejectedAt) return;
      const data = { linkedId: ends.linkedId, link: link.kind, linkedById: link.linkedById };
      await tx.rows(sql`
        UPDATE topic_links SET rejected_at = now(), rejected_by_id = ${viewer.memberId}, confirmed_at = NULL,
          confirmed_by_id = NULL
        WHERE community_id = ${viewer.communityId} AND topic_id = ${ends.topicId} AND linked_id = ${ends.linkedId}`);
      await this.events.append(tx, viewer, { type: 'topic.link_rejected', subjectId: ends.topicId, data });
    });
  }

  private async judged(tx: Tx, viewer: MemberViewer, ends: LinkEnds): Promise<TopicLink> {
    const topics = await lockLinkedTopics(tx, viewer, ends);
    const link = await findLink(tx, viewer, ends);
    if (!link) throw DomainError.notFound('link');
    if (!judgedBy(viewer, topics))
      throw new DomainError('NOT_YOUR_TOPIC', 'Only whoever started the topic, or staff, say whether a link is right.');
    return link;
  }
}
