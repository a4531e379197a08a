import type { DomainEvent, EventSpec } from '@app/database';
import type { RevisionText } from '../../revisions/revisions';
import type { DemoAct, Minutes } from '../demo-community.types';
import { demoId } from '../demo-id';
import type { DemoCast } from './demo-cast';
import { DemoRows, type AnswerDemoRow, type TopicDemoRow } from './demo-rows';
import type { DemoTexts } from './demo-texts';

/** Where the story of the demo community is played: its people, its texts, and the rows that come of it. */
export class DemoStage {
  readonly rows = new DemoRows();

  constructor(
    readonly cast: DemoCast,
    readonly texts: DemoTexts,
  ) {}

  get communityId(): string {
    return this.cast.demo.id;
  }

  topic(id: string): TopicDemoRow {
    return DemoRows.known(this.rows.topics, id);
  }

  answer(id: string): AnswerDemoRow {
    return DemoRows.known(this.rows.answers, id);
  }

  answersOf(topicId: string): AnswerDemoRow[] {
    return [...this.rows.answers.values()].filter((answer) => answer.topicId === topicId);
  }

  /** Somebody did something: told as services tell it, at the minute of the story. */
  tell(act: DemoAct, event: EventSpec): void {
    const { memberId, role } = this.cast.viewer(act);
    this.add(act.at, event, { actorId: memberId, actorRole: role });
  }

  /** Something came about that nobody did. */
  tellOfItself(at: Minutes, event: EventSpec): void {
    this.add(at, event, { actorId: null, actorRole: null });
  }

  /** Keeps what a version of a post said: its Markdown as it is stored. */
  keepVersion(act: DemoAct, text: RevisionText): void {
    const { memberId, role } = this.cast.viewer(act);
    const createdAt = this.cast.moment(act.at);
    const postId = text.topicId ?? text.answerId ?? text.commentId;
    this.rows.revisions.push({
      communityId: this.communityId,
      id: demoId(createdAt, `version ${text.version} of ${postId}`),
      editorId: memberId,
      editorRole: role,
      ...text,
      createdAt,
    });
  }

  private add(at: Minutes, event: EventSpec, actor: Pick<DomainEvent, 'actorId' | 'actorRole'>): void {
    const { type, subjectId, data } = event;
    const createdAt = this.cast.moment(at);
    this.rows.events.push({
      communityId: this.communityId,
      id: demoId(createdAt, `event ${this.rows.events.length}: ${type} ${subjectId}`),
      type,
      subjectId,
      ...actor,
      actingUserId: null,
      data: data ?? {},
      createdAt,
    });
  }
}
