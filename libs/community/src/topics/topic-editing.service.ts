import { Injectable } from '@nestjs/common';
import { EventLog, Transactor, type Tx } from '@app/database';
import { DomainError, slugify } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { MarkdownRenderer } from '../content/markdown.renderer';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import { lockTopic, requirePresent } from './topic-for-change';
import { mayEditTopic } from './topic.policy';
import type { EditTopic } from './topic-input';
import { TopicParts } from './topic-parts';
import type { Topic } from './topic.entity';

/** Changes what topics say; every version stays readable. */
@Injectable()
export class TopicEditingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly renderer: MarkdownRenderer,
    private readonly parts: TopicParts,
  ) {}

  /** Changes the text, sentiment, products and tags that the edit names; CONFLICT on a version that has passed. */
  async edit(viewer: Viewer, input: EditTopic): Promise<void> {
    requirePermission(viewer, 'participate');
    if (changedFields(input).length === 0) {
      throw DomainError.invalid('This edit changes nothing: name what shall be different.');
    }
    const html = input.body == null ? null : (await this.renderer.render(input.body)).html;
    await this.transactor.run(viewer.communityId, async (tx) => {
      const topic = await lockTopic(tx, viewer, input.topicId);
      if (!mayEditTopic(viewer, topic)) throw DomainError.forbidden('edit the topics of others');
      requirePresent(topic);
      if (topic.version !== input.version) throw DomainError.conflict('topic', topic.version);
      await this.change(tx, viewer, topic, input, html);
    });
  }

  private async change(
    tx: Tx,
    viewer: MemberViewer,
    topic: Topic,
    input: EditTopic,
    html: string | null,
  ): Promise<void> {
    const title = input.title ?? topic.title;
    const body = input.body ?? topic.body;
    const version = topic.version + 1;
    const sentiment = input.sentiment === undefined ? undefined : (input.sentiment ?? { face: null, feeling: null });
    await tx.rows(sql`
      UPDATE topics SET title = ${title}, slug = ${slugify(title, topic.code)}, body = ${body},
        body_html = ${html ?? topic.bodyHtml},
        sentiment_face = ${sentiment ? sentiment.face : topic.sentimentFace},
        sentiment_feeling = ${sentiment ? (sentiment.feeling ?? null) : topic.sentimentFeeling},
        product_version = ${input.productVersion === undefined ? topic.productVersion : input.productVersion},
        version = ${version}, edited_at = now()
      WHERE community_id = ${topic.communityId} AND id = ${topic.id}`);
    await this.parts.sort(tx, viewer, topic.id, input);
    await this.parts.keepVersion(tx, viewer, topic.id, { version, title, body });
    await this.events.append(tx, viewer, {
      type: 'topic.edited',
      subjectId: topic.id,
      data: { version, fields: changedFields(input) },
    });
  }
}

/** What an edit names: null leaves a text or a list as it is, and takes a sentiment or a product version away. */
function changedFields(input: EditTopic): string[] {
  const replaced = (['title', 'body', 'productIds', 'tags'] as const).filter((name) => input[name] != null);
  return [...replaced, ...(['sentiment', 'productVersion'] as const).filter((name) => input[name] !== undefined)];
}
