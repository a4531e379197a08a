import { Injectable } from '@nestjs/common';
import { EventLog, selectList, Transactor, type Tx } from '@app/database';
import { ActionThrottles, type ActionBudget } from '@app/identity';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import { LinkedAskers } from './linked-askers';
import { findLink, judgedBy, lockLinkedTopics, type LinkedTopics } from './link-for-change';
import { TopicLink, type TopicLinkKind } from './topic-link.entity';

/** Two topics, and what one says of the other. */
export interface LinkTopic {
  /** The topic that is linked: of two that ask the same, the later one. */
  readonly topicId: string;
  readonly linkedId: string;
  readonly kind: TopicLinkKind;
}

/** Links that one member may make. */
const LINKING: ActionBudget = {
  action: 'linking',
  tries: 60,
  minutes: 60,
  advice: 'Links that were made stay.',
};

/** Most links that lead away from one topic. */
const MOST_LINKS = 50;

/** Lets members say that a topic asks what another one asks, or helps to understand it, and take that back. */
@Injectable()
export class TopicLinkingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly throttles: ActionThrottles,
    private readonly askers: LinkedAskers,
  ) {}

  /**
   * Links; a second time changes nothing. What the asker of the topic or staff link is confirmed by that. ALREADY_DECIDED
   * where they have said that it is wrong; CONFLICT where it is linked the other way round.
   */
  async link(viewer: Viewer, input: LinkTopic): Promise<void> {
    requirePermission(viewer, 'participate');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const topics = await lockLinkedTopics(tx, viewer, input);
      const judges = judgedBy(viewer, topics);
      const standing = await findLink(tx, viewer, input);
      if (standing && !standing.rejectedAt && standing.kind === input.kind) return;
      requireChangeable(viewer, standing, judges);
      await this.requireRoom(tx, viewer, input);
      await this.throttles.admitMember(tx, viewer.memberId, LINKING);
      await this.write(tx, viewer, input, judges);
      await this.tell(tx, viewer, topics, input, judges);
    });
  }

  /** Takes a link back: whoever made it, until somebody else confirms it; staff at any time. */
  async unlink(viewer: Viewer, ends: Omit<LinkTopic, 'kind'>): Promise<void> {
    requirePermission(viewer, 'participate');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const topics = await lockLinkedTopics(tx, viewer, ends);
      const link = await findLink(tx, viewer, ends);
      if (!link || link.rejectedAt) return;
      const own = link.linkedById === viewer.memberId && [null, viewer.memberId].includes(link.confirmedById);
      if (!own && !judgedBy(viewer, topics)) throw DomainError.forbidden('take back this link');
      await tx.rows(sql`
        DELETE FROM topic_links WHERE community_id = ${viewer.communityId} AND topic_id = ${ends.topicId}
          AND linked_id = ${ends.linkedId}`);
      await this.events.append(tx, viewer, {
        type: 'topic.unlinked',
        subjectId: ends.topicId,
        data: { linkedId: ends.linkedId, link: link.kind, linkedById: link.linkedById },
      });
    });
  }

  /** Two topics may not each be the later one; and links are for readers, not for lists of hundreds. */
  private async requireRoom(tx: Tx, { communityId }: MemberViewer, input: LinkTopic): Promise<void> {
    const others = await tx.rows<TopicLink>(sql`
      SELECT ${selectList(TopicLink, 'l')} FROM topic_links l
      WHERE l.community_id = ${communityId} AND l.rejected_at IS NULL AND (l.topic_id = ${input.topicId}
        OR (l.topic_id = ${input.linkedId} AND l.linked_id = ${input.topicId}))`);
    const back = others.some(({ topicId, kind }) => topicId === input.linkedId && kind === 'DUPLICATE');
    if (back && input.kind === 'DUPLICATE')
      throw new DomainError('CONFLICT', 'These two are linked the other way round already: take that link back first.');
    if (others.length >= MOST_LINKS)
      throw new DomainError('FORBIDDEN', `A topic has ${MOST_LINKS} links at most: take one back first.`);
  }

  private async write(tx: Tx, viewer: MemberViewer, input: LinkTopic, judges: boolean): Promise<void> {
    const { communityId, memberId } = viewer;
    const confirmed = judges && input.kind === 'DUPLICATE';
    await tx.rows(sql`
      INSERT INTO topic_links AS l (community_id, topic_id, linked_id, kind, linked_by_id, confirmed_at, confirmed_by_id)
      VALUES (${communityId}, ${input.topicId}, ${input.linkedId}, ${input.kind}, ${memberId},
        CASE WHEN ${confirmed} THEN now() END, ${confirmed ? memberId : null})
      ON CONFLICT (community_id, topic_id, linked_id) DO UPDATE SET kind = excluded.kind,
        linked_by_id = excluded.linked_by_id, created_at = excluded.created_at, confirmed_at = excluded.confirmed_at,
        confirmed_by_id = excluded.confirmed_by_id, rejected_at = NULL, rejected_by_id = NULL`);
  }

  private async tell(
    tx: Tx,
    viewer: MemberViewer,
    { linked }: LinkedTopics,
    input: LinkTopic,
    judges: boolean,
  ): Promise<void> {
    const { topicId, linkedId, kind } = input;
    const told = { type: 'topic.linked', subjectId: topicId, data: { linkedId, link: kind } } as const;
    const data = { linkedId, linkedById: viewer.memberId };
    const confirmed = { type: 'topic.duplicate_confirmed', subjectId: topicId, data } as const;
    await this.events.append(tx, viewer, told, ...(judges && kind === 'DUPLICATE' ? [confirmed] : []));
    if (kind === 'DUPLICATE' && linked.resolvedBy) await this.askers.tell(tx, viewer, [linkedId], topicId);
  }
}

/** What stands may be changed by whoever made it, until it is judged, and by those who judge. A duplicate may be claimed of what is only related. */
function requireChangeable(viewer: MemberViewer, standing: TopicLink | null, judges: boolean): void {
  if (!standing || judges) return;
  if (standing.rejectedAt)
    throw new DomainError('ALREADY_DECIDED', 'The asker or staff have said that this link is wrong: it stays away.');
  if (standing.kind === 'DUPLICATE' && (standing.confirmedAt || standing.linkedById !== viewer.memberId))
    throw DomainError.forbidden('change this link');
}
