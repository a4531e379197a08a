import { Injectable } from '@nestjs/common';
import { createOnce, EventLog, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import { may, requirePermission } from '../access/may';
import { lockTopic, requirePresent } from '../topics/topic-for-change';
import { TopicTally } from '../topics/topic-tally';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import type { ForkTopic } from './fork-topic';
import { ForkedTopic } from './forked-topic';
import { isAnswer, lockLeavingPosts } from './leaving-posts';
import { PostMoves } from './post-moves';

/**
 * Makes a topic of its own out of answers and comments that are about something else: the oldest of them becomes
 * its text, and its author the new topic's author; the others become its answers and comments.
 */
@Injectable()
export class TopicForkingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly topics: ForkedTopic,
    private readonly moves: PostMoves,
    private readonly tally: TopicTally,
  ) {}

  /** The id of the topic that this call, or the first one with its key, has made. */
  async fork(viewer: Viewer, input: ForkTopic): Promise<string> {
    requirePermission(viewer, 'curate');
    if (input.kind === 'UPDATE') requirePermission(viewer, 'speakForCompany');
    const { memberId, communityId } = viewer;
    return this.transactor.run(communityId, (tx) =>
      createOnce(tx, { communityId, memberId, operation: 'fork', key: input.idempotencyKey, input }, (id) =>
        this.make(tx, viewer, id, input),
      ),
    );
  }

  private async make(tx: Tx, viewer: MemberViewer, id: string, input: ForkTopic): Promise<void> {
    const from = await lockTopic(tx, viewer, input.topicId);
    requirePresent(from);
    const posts = await lockLeavingPosts(tx, from, input);
    const { first, answers, comments } = posts;
    const official = [first, ...answers].some((post) => isAnswer(post) && post.official);
    if (official && !may(viewer, 'speakForCompany')) throw DomainError.forbidden('move official answers');
    await this.topics.begin(tx, id, { from, input, posts });
    await this.moves.move(tx, viewer, { from, toId: id, posts });
    await this.topics.follow(tx, from, id, posts);
    await this.tally.refresh(tx, viewer, [from.id, id]);
    const data = {
      fromId: from.id,
      intoId: id,
      firstId: first.id,
      answerIds: answers.map((answer) => answer.id),
      commentIds: comments.map((comment) => comment.id),
    };
    await this.events.append(
      tx,
      viewer,
      { type: 'topic.forked', subjectId: from.id, data },
      { type: 'topic.forked_off', subjectId: id, data },
    );
  }
}
