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
import { lockComment } from './comment-for-change';
import type { Comment } from './comment.entity';
import { mayEditComment } from './comment.policy';

/** What an edit makes of a comment. */
export interface EditComment {
  readonly commentId: string;
  /** The version the edit was made on. */
  readonly version: number;
  readonly body: string;
}

/** Changes what comments say; every version stays readable. */
@Injectable()
export class CommentEditingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly renderer: MarkdownRenderer,
    private readonly parts: ReplyParts,
  ) {}

  /** Changes the text and leaves the state; CONFLICT on a version that has passed. */
  async edit(viewer: Viewer, input: EditComment): Promise<void> {
    requirePermission(viewer, 'participate');
    const { html } = await this.renderer.render(input.body);
    await this.transactor.run(viewer.communityId, async (tx) => {
      const { comment, topic } = await lockComment(tx, viewer, input.commentId);
      if (!mayEditComment(viewer, comment)) throw DomainError.forbidden('edit the comments of others');
      requirePresent(topic);
      requireCurrent(comment, input.version, 'comment');
      await this.change(tx, viewer, comment, { body: input.body, html });
    });
  }

  private async change(
    tx: Tx,
    viewer: MemberViewer,
    { communityId, id, topicId, version: old }: Comment,
    { body, html }: { body: string; html: string },
  ): Promise<void> {
    const version = old + 1;
    await tx.rows(sql`
      UPDATE comments SET body = ${body}, body_html = ${html}, version = ${version}, edited_at = now()
      WHERE community_id = ${communityId} AND id = ${id}`);
    await this.parts.keepVersion(tx, viewer, { post: { commentId: id }, topicId, version, body });
    await this.events.append(tx, viewer, { type: 'comment.edited', subjectId: id, data: { topicId, version } });
  }
}
