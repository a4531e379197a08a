import { Injectable } from '@nestjs/common';
import { createOnce, EventLog, Transactor, type Tx } from '@app/database';
import { newId, slugify } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { MarkdownRenderer } from '../content/markdown.renderer';
import { ModerationQueue } from '../moderation/moderation-queue';
import { firstState } from '../posting/first-state';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import { TopicParts } from './topic-parts';
import { Topic } from './topic.entity';
import { newTopicCode } from './topic-code';
import type { AskTopic } from './topic-input';

/** Starts topics: a question asked, a problem reported, an idea shared, praise given, an update posted. */
@Injectable()
export class TopicAskingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly renderer: MarkdownRenderer,
    private readonly parts: TopicParts,
    private readonly queue: ModerationQueue,
  ) {}

  /**
   * The id of the topic that this call, or the first one with its key, has made.
   * @param along what else belongs to the making of the topic, in the same transaction
   */
  async ask(viewer: Viewer, input: AskTopic, along?: (tx: Tx, topicId: string) => Promise<void>): Promise<string> {
    requirePermission(viewer, input.kind === 'UPDATE' ? 'speakForCompany' : 'participate');
    const { html } = await this.renderer.render(input.body);
    const { memberId, communityId } = viewer;
    return this.transactor.run(communityId, (tx) =>
      createOnce(tx, { communityId, memberId, operation: 'ask', key: input.idempotencyKey, input }, async (id) => {
        await this.make(tx, viewer, { id, html }, input);
        await along?.(tx, id);
      }),
    );
  }

  private async make(
    tx: Tx,
    viewer: MemberViewer,
    { id, html }: { id: string; html: string },
    input: AskTopic,
  ): Promise<void> {
    const { communityId, memberId } = viewer;
    const code = newTopicCode();
    const state = await firstState(tx, viewer);
    await tx.insert(Topic, {
      communityId,
      id,
      code,
      slug: slugify(input.title, code),
      kind: input.kind,
      title: input.title,
      body: input.body,
      bodyHtml: html,
      authorId: memberId,
      authorRole: viewer.role,
      locale: input.locale ?? viewer.community.locale,
      productVersion: input.productVersion ?? null,
      sentimentFace: input.sentiment?.face ?? null,
      sentimentFeeling: input.sentiment?.feeling ?? null,
      visibility: input.visibility ?? 'PUBLIC',
      state,
      followerCount: 1,
      lastActivityAt: () => 'now()',
    });
    await this.parts.begin(tx, viewer, id, input);
    const asked = { type: 'topic.asked', subjectId: id, data: { kind: input.kind, state } } as const;
    await tx.rows(sql`
      WITH mine AS (INSERT INTO me_toos (community_id, topic_id, member_id) VALUES (${communityId}, ${id}, ${memberId})
        RETURNING topic_id),
      told AS (${this.events.insertion(viewer, asked, sql`mine`)})
      INSERT INTO follows (community_id, id, member_id, topic_id, reason)
      VALUES (${communityId}, ${newId()}, ${memberId}, ${id}, 'ASKED')`);
    if (state === 'HELD') await this.queue.hold(tx, viewer, { topicId: id });
  }
}
