import { Injectable } from '@nestjs/common';
import { EventLog, Transactor, type EventSpec, type Tx } from '@app/database';
import { DomainError, GlobalId } from '@app/kernel';
import { requirePermission } from '../access/may';
import { lockAnswer, requireVisible, type AnswerInTopic } from '../answers/answer-for-change';
import { requirePresent } from '../topics/topic-for-change';
import { TopicTally } from '../topics/topic-tally';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import type { OfficialMark } from './official-mark.entity';
import { OfficialMarks } from './official-marks';

/** What is said of an official answer; what is absent keeps what it was. */
export interface OfficialMarkChange {
  readonly answerId: string;
  /** Who keeps it true; whoever marks it, where nobody is named. */
  readonly ownerId?: string | null;
  /** When they should look at it again; null for never. */
  readonly reviewAt?: Date | null;
}

/** An answer to be marked as official. */
export interface MarkOfficial extends OfficialMarkChange {
  /** Whether it takes the place of the answer that is official now. */
  readonly replace: boolean;
}

/** What marking an answer has done. */
export interface OfficialMarking {
  readonly communityId: string;
  readonly topicId: string;
  readonly answerId: string;
  /** The answer whose place it took. */
  readonly replacedId: string | null;
}

/** An answer to be marked, and the mark that its topic has now. */
type Place = AnswerInTopic & { readonly current: OfficialMark | null };

/** "The company says": marks one answer of a topic as official, and one only. */
@Injectable()
export class OfficialMarkService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly tally: TopicTally,
    private readonly marks: OfficialMarks,
  ) {}

  /**
   * Marks an answer. OFFICIAL_ANSWER_EXISTS where another one is marked and shall not be replaced; marking the one
   * that is marked already keeps its mark, with the owner and date that are named.
   */
  async mark(viewer: Viewer, input: MarkOfficial): Promise<OfficialMarking> {
    requirePermission(viewer, 'speakForCompany');
    return this.transactor.run(viewer.communityId, async (tx) => {
      const found = await lockAnswer(tx, viewer, input.answerId);
      requirePresent(found.topic);
      requireVisible(found.answer);
      const current = await this.marks.current(tx, viewer, found.topic.id);
      const same = current?.answerId === input.answerId;
      if (current && same) await this.change(tx, viewer, current, input);
      else await this.begin(tx, viewer, { ...found, current }, input);
      return {
        communityId: viewer.communityId,
        topicId: found.topic.id,
        answerId: input.answerId,
        replacedId: (!same && current?.answerId) || null,
      };
    });
  }

  /** Takes the mark off, if it is there. */
  async unmark(viewer: Viewer, answerId: string): Promise<void> {
    requirePermission(viewer, 'speakForCompany');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const { topic } = await lockAnswer(tx, viewer, answerId);
      requirePresent(topic);
      const current = await this.marks.current(tx, viewer, topic.id);
      if (current?.answerId !== answerId) return;
      await this.marks.end(tx, viewer, current);
      await this.tally.refresh(tx, viewer, [topic.id]);
      await this.events.append(tx, viewer, ended(current, null));
    });
  }

  /** Changes who keeps an official answer true, and when they look at it again. */
  async update(viewer: Viewer, input: OfficialMarkChange): Promise<void> {
    requirePermission(viewer, 'speakForCompany');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const { topic } = await lockAnswer(tx, viewer, input.answerId);
      requirePresent(topic);
      const current = await this.marks.current(tx, viewer, topic.id);
      if (current?.answerId !== input.answerId) throw DomainError.notFound('official answer');
      await this.change(tx, viewer, current, input);
    });
  }

  private async begin(tx: Tx, viewer: MemberViewer, place: Place, input: MarkOfficial): Promise<void> {
    const { answer, topic, current } = place;
    if (current && !input.replace) throw alreadyThere(current);
    const care = { ownerId: input.ownerId ?? viewer.memberId, reviewAt: input.reviewAt ?? null };
    if (care.ownerId !== viewer.memberId) await this.marks.requireOwner(tx, viewer, care.ownerId);
    if (current) await this.marks.end(tx, viewer, current);
    await this.marks.begin(tx, viewer, place, care);
    await this.tally.refresh(tx, viewer, [topic.id]);
    const data = { topicId: topic.id, answerAuthorId: answer.authorId, ...care, replacedId: current?.answerId ?? null };
    await this.events.append(tx, viewer, ...(current ? [ended(current, answer.id)] : []), {
      type: 'answer.marked_official',
      subjectId: answer.id,
      data,
    });
  }

  private async change(tx: Tx, viewer: MemberViewer, current: OfficialMark, input: OfficialMarkChange): Promise<void> {
    const ownerId = input.ownerId ?? current.ownerId;
    const reviewAt = input.reviewAt === undefined ? current.reviewAt : input.reviewAt;
    if (ownerId === current.ownerId && reviewAt?.getTime() === current.reviewAt?.getTime()) return;
    if (ownerId !== current.ownerId) await this.marks.requireOwner(tx, viewer, ownerId);
    await this.marks.change(tx, viewer, current, { ownerId, reviewAt });
    await this.events.append(tx, viewer, {
      type: 'answer.official_mark_changed',
      subjectId: current.answerId,
      data: { topicId: current.topicId, ownerId, reviewAt },
    });
  }
}

function ended({ answerId, topicId }: OfficialMark, replacedById: string | null): EventSpec {
  return { type: 'answer.unmarked_official', subjectId: answerId, data: { topicId, replacedById } };
}

function alreadyThere({ communityId, answerId }: OfficialMark): DomainError {
  return new DomainError(
    'OFFICIAL_ANSWER_EXISTS',
    'This topic has an official answer: mark with replace: true to put this one in its place.',
    { currentAnswerId: GlobalId.encode('Answer', communityId, answerId) },
  );
}
