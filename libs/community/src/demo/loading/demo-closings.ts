import type { DemoAct } from '../demo-community.types';
import type { DemoStage } from './demo-stage';

/** Topics of the demo community that staff close or put away. */
export class DemoClosings {
  constructor(private readonly stage: DemoStage) {}

  close(act: DemoAct, topicId: string, reason: string): void {
    const topic = this.stage.topic(topicId);
    topic.closedAt = this.stage.cast.moment(act.at);
    topic.closedReason = reason;
    this.stage.tell(act, { type: 'topic.closed', subjectId: topicId, data: { reason } });
  }

  archive(act: DemoAct, topicId: string, note: string): void {
    const topic = this.stage.topic(topicId);
    topic.archivedAt = this.stage.cast.moment(act.at);
    topic.archivedNote = note;
    this.stage.tell(act, { type: 'topic.archived', subjectId: topicId, data: { note } });
  }

  remove(act: DemoAct, topicId: string, reason: string): void {
    const topic = this.stage.topic(topicId);
    topic.state = 'REMOVED';
    topic.stateReason = reason;
    this.stage.tell(act, { type: 'topic.removed', subjectId: topicId, data: { reason } });
  }
}
