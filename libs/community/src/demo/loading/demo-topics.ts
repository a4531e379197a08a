import { slugify } from '@app/kernel';
import { statusesOf } from '../../topics/topic-kind';
import type { DemoAct, DemoTopic } from '../demo-community.types';
import type { DemoFollows } from './demo-follows';
import type { TopicDemoRow } from './demo-rows';
import type { DemoStage } from './demo-stage';

type Said = Pick<DemoTopic, 'kind' | 'title' | 'body'>;

/** The topics of the demo community, and what becomes of what they say. */
export class DemoTopics {
  constructor(
    private readonly stage: DemoStage,
    private readonly follows: DemoFollows,
  ) {}

  /** Starts a topic as it was before its changes; its author is the first who has it and who follows it. */
  ask(topic: DemoTopic): void {
    const { cast, rows, communityId } = this.stage;
    const { memberId } = cast.viewer(topic);
    const row = this.posted(topic);
    const { id, kind, title, body, createdAt } = row;
    rows.topics.set(id, row);
    rows.meToos.set(`${id} ${memberId}`, { communityId, topicId: id, memberId, movedFromId: null, createdAt });
    this.follows.takePart(topic, id, 'ASKED');
    this.sort(topic);
    this.stage.keepVersion(topic, { topicId: id, version: 1, title, body });
    this.stage.tell(topic, { type: 'topic.asked', subjectId: id, data: { kind, state: 'VISIBLE' } });
  }

  /** The change of this number is made: of the text, of the kind, or of both. */
  change(topic: DemoTopic, number: number, act: DemoAct): void {
    const row = this.stage.topic(topic.id);
    const before = saidAfter(topic, number);
    const after = saidAfter(topic, number + 1);
    const fields = (['title', 'body'] as const).filter((field) => before[field] !== after[field]);
    if (fields.length > 0) this.edit(act, row, after, fields);
    if (before.kind !== after.kind) this.changeKind(act, row, after);
  }

  private posted(topic: DemoTopic): TopicDemoRow {
    const { cast, texts, communityId } = this.stage;
    const { kind, title, body } = saidAfter(topic, 0);
    const { memberId, role } = cast.viewer(topic);
    const createdAt = cast.moment(topic.at);
    const code = texts.code(topic.key);
    return {
      communityId,
      id: topic.id,
      code,
      slug: slugify(title, code),
      kind,
      status: 'NONE',
      title,
      body: texts.source(body),
      bodyHtml: texts.html(body),
      authorId: memberId,
      authorRole: role,
      locale: topic.locale,
      productVersion: topic.productVersion,
      sentimentFace: topic.sentiment?.face ?? null,
      sentimentFeeling: topic.sentiment?.feeling ?? null,
      visibility: topic.visibility,
      state: 'VISIBLE',
      version: 1,
      meTooCount: 1,
      followerCount: 0,
      viewCount: 0,
      closedAt: null,
      archivedAt: null,
      mergedIntoId: null,
      resolvedAt: null,
      lastActivityAt: createdAt,
      createdAt,
    };
  }

  private sort({ id: topicId, products, tags }: DemoTopic): void {
    const { communityId, cast, rows } = this.stage;
    for (const { id: productId } of cast.demo.products.filter(({ slug }) => products.includes(slug)))
      rows.topicProducts.push({ communityId, topicId, productId });
    for (const { id: tagId } of cast.demo.tags.filter(({ name }) => tags.includes(name)))
      rows.topicTags.push({ communityId, topicId, tagId });
  }

  private edit(act: DemoAct, row: TopicDemoRow, { title, body }: Said, fields: readonly string[]): void {
    const { cast, texts } = this.stage;
    row.title = title;
    row.slug = slugify(title, row.code);
    row.body = texts.source(body);
    row.bodyHtml = texts.html(body);
    row.editedAt = cast.moment(act.at);
    const version = this.nextVersion(act, row);
    this.stage.tell(act, { type: 'topic.edited', subjectId: row.id, data: { version, fields } });
  }

  /** Its status stays where the new kind has it too. */
  private changeKind(act: DemoAct, row: TopicDemoRow, { kind }: Said): void {
    const from = { kind: row.kind, status: row.status };
    const to = { kind, status: statusesOf(kind).includes(row.status) ? row.status : ('NONE' as const) };
    Object.assign(row, to);
    const version = this.nextVersion(act, row);
    this.stage.tell(act, { type: 'topic.kind_changed', subjectId: row.id, data: { from, to, version } });
  }

  private nextVersion(act: DemoAct, row: TopicDemoRow): number {
    row.version += 1;
    this.stage.keepVersion(act, { topicId: row.id, version: row.version, title: row.title, body: row.body });
    return row.version;
  }
}

/** What a topic says after so many of its changes: what the next ones found there, else what it says in the end. */
function saidAfter({ kind, title, body, changes }: DemoTopic, number: number): Said {
  return changes.slice(number).reduceRight<Said>((said, { was }) => ({ ...said, ...was }), { kind, title, body });
}
