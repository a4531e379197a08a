import type { DemoAct, DemoAnswer, DemoComment } from '../demo-community.types';
import type { DemoFollows } from './demo-follows';
import type { DemoStage } from './demo-stage';

/** The answers and comments of the demo community. */
export class DemoReplies {
  constructor(
    private readonly stage: DemoStage,
    private readonly follows: DemoFollows,
  ) {}

  answer(draft: DemoAnswer, topicId: string): void {
    const { id } = draft;
    const { authorId } = this.stage.topic(topicId);
    const post = this.post(draft);
    const followUp = authorId === post.authorId;
    this.stage.rows.answers.set(id, {
      ...post,
      topicId,
      movedFromId: null,
      followUp,
      official: false,
      solved: false,
      starCount: 0,
      trustedStarCount: 0,
      commentCount: 0,
    });
    this.stage.keepVersion(draft, { answerId: id, version: 1, body: post.body });
    this.follows.takePart(draft, topicId, 'ANSWERED');
    this.move(draft, topicId);
    const data = { topicId, followUp, state: 'VISIBLE' };
    this.stage.tell(draft, { type: 'answer.posted', subjectId: id, data });
  }

  /** A comment on a topic, or on the answer that is named. */
  comment(draft: DemoComment, topicId: string, answerId: string | null): void {
    const { id } = draft;
    const post = this.post(draft);
    this.stage.rows.comments.push({ ...post, topicId, movedFromId: null, answerId });
    if (answerId) this.stage.answer(answerId).commentCount += 1;
    this.stage.keepVersion(draft, { commentId: id, version: 1, body: post.body });
    this.follows.takePart(draft, topicId, 'COMMENTED');
    this.move(draft, topicId);
    const data = { topicId, answerId, state: 'VISIBLE' };
    this.stage.tell(draft, { type: 'comment.posted', subjectId: id, data });
  }

  private post(draft: DemoComment) {
    const { cast, texts, communityId } = this.stage;
    const { memberId, role } = cast.viewer(draft);
    return {
      communityId,
      id: draft.id,
      authorId: memberId,
      authorRole: role,
      body: texts.source(draft.body),
      bodyHtml: texts.html(draft.body),
      createdAt: cast.moment(draft.at),
    };
  }

  /** A topic that is replied to moves up in lists, unless it is closed. */
  private move({ at }: DemoAct, topicId: string): void {
    const topic = this.stage.topic(topicId);
    if (!topic.closedAt && !topic.archivedAt) topic.lastActivityAt = this.stage.cast.moment(at);
  }
}
