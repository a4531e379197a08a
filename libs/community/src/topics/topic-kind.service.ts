import { Inject, Injectable } from '@nestjs/common';
import { EventLog, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { POSTING_FOLLOWERS, type PostingFollower } from '../posting/posting-followers';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import { lockTopic, requirePresent } from './topic-for-change';
import { requireStatusOf, statusesOf, type TopicKind, type TopicStatus } from './topic-kind';
import { TopicParts } from './topic-parts';
import { TopicTally } from './topic-tally';
import type { Topic } from './topic.entity';

/** What a topic should be instead. */
export interface ChangeKind {
  readonly topicId: string;
  /** The version that was read. */
  readonly version: number;
  readonly kind: TopicKind;
  /** Its status as the new kind; where none is named it keeps its own if the kind has it, and has none otherwise. */
  readonly status?: TopicStatus | null;
}

type KindAndStatus = Pick<Topic, 'kind' | 'status'>;

/** Makes a question of what was posted as a problem, and the like. */
@Injectable()
export class TopicKindService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly parts: TopicParts,
    private readonly tally: TopicTally,
    @Inject(POSTING_FOLLOWERS) private readonly followers: readonly PostingFollower[],
  ) {}

  /** CONFLICT on a version that has passed; STATUS_NOT_OF_KIND where the new kind has no such status. */
  async change(viewer: Viewer, input: ChangeKind): Promise<void> {
    requirePermission(viewer, 'curate');
    if (input.status) requirePermission(viewer, 'setStatus');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const topic = await lockTopic(tx, viewer, input.topicId);
      // An update is the company's word: only those who speak for it make one, or make something else of it.
      if ([topic.kind, input.kind].includes('UPDATE')) requirePermission(viewer, 'speakForCompany');
      requirePresent(topic);
      if (topic.version !== input.version) throw DomainError.conflict('topic', topic.version);
      const kept = statusesOf(input.kind).includes(topic.status) ? topic.status : 'NONE';
      const to = { kind: input.kind, status: input.status ?? kept };
      requireStatusOf(to.kind, to.status);
      if (to.kind !== topic.kind || to.status !== topic.status) await this.set(tx, viewer, topic, to);
    });
  }

  private async set(tx: Tx, viewer: MemberViewer, topic: Topic, to: KindAndStatus): Promise<void> {
    const version = topic.version + 1;
    await tx.rows(sql`
      UPDATE topics SET kind = ${to.kind}, status = ${to.status}, version = ${version}
      WHERE community_id = ${topic.communityId} AND id = ${topic.id}`);
    await this.parts.keepVersion(tx, viewer, topic.id, { version, title: topic.title, body: topic.body });
    await this.tally.refresh(tx, viewer, [topic.id]);
    await this.events.append(tx, viewer, {
      type: 'topic.kind_changed',
      subjectId: topic.id,
      data: { from: { kind: topic.kind, status: topic.status }, to, version },
    });
    for (const follower of this.followers) await follower.opened(tx, topic.communityId, topic.id);
  }
}
