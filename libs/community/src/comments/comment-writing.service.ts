import { Injectable } from '@nestjs/common';
import { createOnce, EventLog, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import { requirePermission } from '../access/may';
import { lockAnswer } from '../answers/answer-for-change';
import { MarkdownRenderer } from '../content/markdown.renderer';
import { firstState } from '../posting/first-state';
import { isGone } from '../posting/post-for-change';
import { ReplyParts } from '../posting/reply-parts';
import { lockTopic, requireOpen } from '../topics/topic-for-change';
import type { Topic } from '../topics/topic.entity';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import { Comment } from './comment.entity';

/** What a new comment says, and on what: exactly one of the two is given. */
export interface WriteComment {
  readonly idempotencyKey: string;
  readonly topicId?: string | null;
  readonly answerId?: string | null;
  readonly body: string;
}

/** Writes comments on topics and on answers. */
@Injectable()
export class CommentWritingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly renderer: MarkdownRenderer,
    private readonly parts: ReplyParts,
  ) {}

  /** The id of the comment that this call, or the first one with its key, has made. */
  async comment(viewer: Viewer, input: WriteComment): Promise<string> {
    requirePermission(viewer, 'participate');
    if (!input.topicId === !input.answerId) {
      throw DomainError.invalid('A comment is on a topic or on an answer: give topicId or answerId, one of them.');
    }
    const { html } = await this.renderer.render(input.body);
    const { memberId, communityId } = viewer;
    return this.transactor.run(communityId, (tx) =>
      createOnce(tx, { communityId, memberId, operation: 'comment', key: input.idempotencyKey, input }, (id) =>
        this.make(tx, viewer, id, input, html),
      ),
    );
  }

  private async make(tx: Tx, viewer: MemberViewer, id: string, input: WriteComment, bodyHtml: string): Promise<void> {
    const { body, answerId } = input;
    const topic = await this.lockPlace(tx, viewer, input);
    requireOpen(topic);
    const state = await firstState(tx, viewer);
    await tx.insert(Comment, {
      communityId: viewer.communityId,
      id,
      topicId: topic.id,
      answerId: answerId ?? null,
      authorId: viewer.memberId,
      authorRole: viewer.role,
      body,
      bodyHtml,
      state,
    });
    const reply = { post: { commentId: id }, topicId: topic.id, version: 1, body };
    await this.parts.begin(tx, viewer, reply, { state, reason: 'COMMENTED' });
    await this.events.append(tx, viewer, {
      type: 'comment.posted',
      subjectId: id,
      data: { topicId: topic.id, answerId: answerId ?? null, state },
    });
  }

  private async lockPlace(tx: Tx, viewer: MemberViewer, { topicId, answerId }: WriteComment): Promise<Topic> {
    if (!answerId) return lockTopic(tx, viewer, topicId ?? '');
    const { answer, topic } = await lockAnswer(tx, viewer, answerId);
    if (isGone(answer)) throw new DomainError('POST_REMOVED', 'This answer has been removed: comment on its topic.');
    return topic;
  }
}
