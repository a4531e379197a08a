import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import { TopicFollowers } from '../follows/topic-followers';
import { ModerationQueue } from '../moderation/moderation-queue';
import { Revisions } from '../revisions/revisions';
import type { PostState } from '../topics/topic-kind';
import { TopicTally } from '../topics/topic-tally';
import type { MemberViewer } from '../viewer/viewer';

/** What a new answer brings along in other tables. */
@Injectable()
export class AnswerParts {
  constructor(
    private readonly revisions: Revisions,
    private readonly tally: TopicTally,
    private readonly followers: TopicFollowers,
    private readonly queue: ModerationQueue,
  ) {}

  /** Keeps the first version, counts the answer, makes its author a follower, and queues it where it is held. */
  async begin(
    tx: Tx,
    viewer: MemberViewer,
    answer: { id: string; topicId: string; body: string; state: PostState },
  ): Promise<void> {
    await this.revisions.keep(tx, viewer, { answerId: answer.id, version: 1, body: answer.body });
    await this.followers.add(tx, viewer, answer.topicId, 'ANSWERED');
    if (answer.state === 'HELD') await this.queue.hold(tx, viewer, { answerId: answer.id });
    else await this.tally.refresh(tx, viewer, [answer.topicId], { active: true });
  }
}
