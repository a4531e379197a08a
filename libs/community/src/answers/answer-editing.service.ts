import { Injectable } from '@nestjs/common';
import { EventLog, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { MarkdownRenderer } from '../content/markdown.renderer';
import { requireCurrent } from '../posting/post-for-change';
import { ReplyParts } from '../posting/reply-parts';
import { requirePresent } from '../topics/topic-for-change';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import { lockAnswer } from './answer-for-change';
import type { Answer } from './answer.entity';
import { mayEditAnswer } from './answer.policy';

/** What an edit makes of an answer. */
export interface EditAnswer {
  readonly answerId: string;
  /** The version the edit was made on. */
  readonly version: number;
  readonly body: string;
}

/** Changes what answers say; every version stays readable. */
@Injectable()
export class AnswerEditingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly renderer: MarkdownRenderer,
    private readonly parts: ReplyParts,
  ) {}

  /** Changes the text, and nothing of the answer's state or marks; CONFLICT on a version that has passed. */
  async edit(viewer: Viewer, input: EditAnswer): Promise<void> {
    requirePermission(viewer, 'participate');
    const { html } = await this.renderer.render(input.body);
    await this.transactor.run(viewer.communityId, async (tx) => {
      const { answer, topic } = await lockAnswer(tx, viewer, input.answerId);
      if (!mayEditAnswer(viewer, answer)) throw DomainError.forbidden('edit this answer');
      requirePresent(topic);
      requireCurrent(answer, input.version, 'answer');
      await this.change(tx, viewer, answer, { body: input.body, html });
    });
  }

  private async change(
    tx: Tx,
    viewer: MemberViewer,
    { communityId, id, topicId, version: old }: Answer,
    { body, html }: { body: string; html: string },
  ): Promise<void> {
    const version = old + 1;
    await tx.rows(sql`
      UPDATE answers SET body = ${body}, body_html = ${html}, version = ${version}, edited_at = now()
      WHERE community_id = ${communityId} AND id = ${id}`);
    await this.parts.keepVersion(tx, viewer, { post: { answerId: id }, topicId, version, body });
    await this.events.append(tx, viewer, { type: 'answer.edited', subjectId: id, data: { topicId, version } });
  }
}
