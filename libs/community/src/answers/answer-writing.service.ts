import { Injectable } from '@nestjs/common';
import { createOnce, EventLog, Transactor, type Tx } from '@app/database';
import { requirePermission } from '../access/may';
import { MarkdownRenderer } from '../content/markdown.renderer';
import { firstState } from '../posting/first-state';
import { ReplyParts } from '../posting/reply-parts';
import { lockTopic, requireOpen } from '../topics/topic-for-change';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import { Answer } from './answer.entity';

/** What a new answer says. */
export interface AnswerTopic {
  readonly idempotencyKey: string;
  readonly topicId: string;
  readonly body: string;
}

/** Writes answers to topics. */
@Injectable()
export class AnswerWritingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly renderer: MarkdownRenderer,
    private readonly parts: ReplyParts,
  ) {}

  /** The id of the answer that this call, or the first one with its key, has made. */
  async answer(viewer: Viewer, input: AnswerTopic): Promise<string> {
    requirePermission(viewer, 'participate');
    const { html } = await this.renderer.render(input.body);
    const { memberId, communityId } = viewer;
    return this.transactor.run(communityId, (tx) =>
      createOnce(tx, { communityId, memberId, operation: 'answer', key: input.idempotencyKey, input }, (id) =>
        this.make(tx, viewer, id, input, html),
      ),
    );
  }

  private async make(tx: Tx, viewer: MemberViewer, id: string, input: AnswerTopic, bodyHtml: string): Promise<void> {
    const topic = await lockTopic(tx, viewer, input.topicId);
    requireOpen(topic);
    const state = await firstState(tx, viewer);
    const followUp = topic.authorId === viewer.memberId;
    await tx.insert(Answer, {
      communityId: viewer.communityId,
      id,
      topicId: topic.id,
      authorId: viewer.memberId,
      authorRole: viewer.role,
      followUp,
      body: input.body,
      bodyHtml,
      state,
    });
    const reply = { post: { answerId: id }, topicId: topic.id, version: 1, body: input.body };
    await this.parts.begin(tx, viewer, reply, { state, reason: 'ANSWERED' });
    await this.events.append(tx, viewer, {
      type: 'answer.posted',
      subjectId: id,
      data: { topicId: topic.id, followUp, state },
    });
  }
}
