import { DEFAULT_SETTINGS } from '../../communities/community-settings';
import { isTrusted } from '../../posting/trusted';
import type { TopicStatus } from '../../topics/topic-kind';
import type { DemoAct, DemoOfficialMark, Minutes } from '../demo-community.types';
import { demoId } from '../demo-id';
import type { DemoFollows } from './demo-follows';
import type { DemoStage } from './demo-stage';

/** What people of the demo community say of its topics and answers by pressing a button. */
export class DemoMarks {
  constructor(
    private readonly stage: DemoStage,
    private readonly follows: DemoFollows,
  ) {}

  meToo(act: DemoAct, topicId: string): void {
    const { rows, cast, communityId } = this.stage;
    const memberId = cast.member(act.by).id;
    const key = `${topicId} ${memberId}`;
    // Theirs may have come with a duplicate that was merged into this topic.
    if (rows.meToos.has(key)) return;
    rows.meToos.set(key, { communityId, topicId, memberId, movedFromId: null, createdAt: cast.moment(act.at) });
    this.stage.topic(topicId).meTooCount += 1;
    this.follows.takePart(act, topicId, 'ME_TOO');
    this.stage.tell(act, { type: 'me_too.given', subjectId: topicId });
  }

  star(act: DemoAct, answerId: string): void {
    const { rows, cast, communityId } = this.stage;
    const viewer = cast.viewer(act);
    const createdAt = cast.moment(act.at);
    const trusted = isTrusted(viewer, createdAt);
    const answer = this.stage.answer(answerId);
    rows.stars.push({ communityId, answerId, memberId: viewer.memberId, trusted, createdAt });
    answer.starCount += 1;
    if (trusted) answer.trustedStarCount += 1;
    this.settle(answer.topicId, act.at);
    this.stage.tell(act, { type: 'star.given', subjectId: answerId, data: { topicId: answer.topicId, trusted } });
  }

  /** "This solved it", says the asker. */
  solved(act: DemoAct, answerId: string): void {
    const { rows, cast, communityId } = this.stage;
    const answer = this.stage.answer(answerId);
    const { topicId, authorId, followUp } = answer;
    const { memberId } = cast.viewer(act);
    rows.solvedMarks.push({ communityId, answerId, topicId, memberId, createdAt: cast.moment(act.at) });
    answer.solved = true;
    this.settle(topicId, act.at);
    const data = { topicId, answerAuthorId: authorId, followUp };
    this.stage.tell(act, { type: 'answer.marked_solved', subjectId: answerId, data });
  }

  /** "The company says", says a representative. */
  official(mark: DemoOfficialMark, answerId: string): void {
    const { rows, cast, communityId } = this.stage;
    const answer = this.stage.answer(answerId);
    const { topicId, authorId } = answer;
    const markedAt = cast.moment(mark.at);
    const care = { ownerId: cast.member(mark.owner).id, reviewAt: cast.moment(mark.reviewAt) };
    const id = demoId(markedAt, `official ${answerId}`);
    const markedById = cast.member(mark.by).id;
    rows.officialMarks.push({ communityId, id, topicId, answerId, markedById, markedAt, ...care });
    answer.official = true;
    this.settle(topicId, mark.at);
    const data = { topicId, answerAuthorId: authorId, ...care, replacedId: null };
    this.stage.tell(mark, { type: 'answer.marked_official', subjectId: answerId, data });
  }

  status(act: DemoAct, topicId: string, status: TopicStatus): void {
    const topic = this.stage.topic(topicId);
    const data = { from: topic.status, to: status };
    topic.status = status;
    this.settle(topicId, act.at);
    this.stage.tell(act, { type: 'topic.status_set', subjectId: topicId, data });
  }

  /** Dates the moment from which on a topic has been solved; what solves it is counted from the rows in the end. */
  settle(topicId: string, at: Minutes): void {
    const topic = this.stage.topic(topicId);
    const solved =
      topic.status === 'COMPLETE' ||
      this.stage
        .answersOf(topicId)
        .some(
          ({ official, solved: marked, followUp, trustedStarCount }) =>
            official || marked || (!followUp && trustedStarCount >= DEFAULT_SETTINGS.readersToSolve),
        );
    topic.resolvedAt = solved ? (topic.resolvedAt ?? this.stage.cast.moment(at)) : null;
  }
}
