import { randomUUID } from 'node:crypto';
import {
  AnswerEditingService,
  CommentEditingService,
  demoCommunity,
  demoEmail,
  FlaggingService,
  loadDemo,
  MarkdownRenderer,
  MemberSuspendingService,
  ModerationService,
  OfficialMarkService,
  PostRemovingService,
  TopicAskingService,
  TopicEditingService,
  TopicForkingService,
  TopicMergingService,
  TopicUnmergingService,
  ViewersService,
  type DemoTopic,
  type PostRef,
  type Viewer,
} from '@app/community';
import { ClaimingService, MemberErasingService } from '@app/interchange';
import { newId, normalisePlainText } from '@app/kernel';
import type { TestApp } from '../test-app';
import { TRICKY_TEXTS } from './tricky-texts';

type Service<T> = new (...args: never[]) => T;

/** The demo community, and in it what the demo has nothing of: a row of every kind that a community can have. */
export class RichCommunity {
  readonly id = demoCommunity.id;
  readonly slug = demoCommunity.slug;

  private constructor(private readonly house: TestApp) {}

  static async build(house: TestApp): Promise<RichCommunity> {
    await loadDemo(house.database);
    const rich = new RichCommunity(house);
    await rich.moderate();
    await rich.moveAround();
    await rich.write();
    await rich.comeAndGo();
    await rich.bringAlong();
    await rich.change();
    return rich;
  }

  sql<Row extends object>(text: string, ...values: unknown[]): Promise<Row[]> {
    return this.house.founder.sql<Row>(this.id, text, values);
  }

  /** Flags that hide, flags that are settled, a first post that waits, and what staff made of each. */
  private async moderate(): Promise<void> {
    const flagging = this.get(FlaggingService);
    const [hidden, approved, removed] = this.comments();
    for (const handle of ['hiroshi', 'dorota', 'emeka', 'grace']) {
      await flagging.flag(await this.as(handle), { post: hidden, reason: 'SPAM', note: 'Again "he" \\ she\n' });
    }
    await flagging.flag(await this.as('bao'), { post: approved, reason: 'WRONG' });
    await flagging.flag(await this.as('tom'), { post: removed, reason: 'ABUSE' });
    await this.decide(approved, 'APPROVED', null);
    await this.decide(removed, 'REMOVED', 'Insults');
    const [answer] = this.topic('welcome').answers;
    if (answer) await this.get(PostRemovingService).remove(await this.as('kwame'), { answerId: answer.id }, 'Old');

    await this.sql(
      `UPDATE communities SET version = 3, visibility = 'MEMBERS_ONLY',
         settings = '{"holdFirstPosts": 1, "companyEmailDomains": ["halvora.example"], "flagsToHide": 4}' WHERE id = $1`,
      this.id,
    );
    const newcomer = await this.unclaimed('New "Comer"');
    await this.ask(await this.behind(newcomer), 'My first question', 'Is this **held**?');
  }

  /** A fork, a merge that was undone, a merge that suspends an official answer, and an official answer that was. */
  private async moveAround(): Promise<void> {
    const lead = await this.as('kwame');
    const topic = this.topics().find(({ answers, merged }) => !merged && answers.length > 1);
    const forked = topic?.answers.at(-1);
    await this.get(TopicForkingService).fork(lead, {
      idempotencyKey: randomUUID(),
      topicId: topic?.id ?? '',
      answerIds: [forked?.id ?? ''],
      title: 'Something else',
      kind: 'PROBLEM',
    });
    const merged = this.topics().find((one) => one.merged);
    await this.get(TopicUnmergingService).unmerge(lead, merged?.id ?? '');
    const official = this.topics().filter(
      (one) =>
        !one.merged && one.visibility === 'PUBLIC' && !one.archived && one.answers.some((answer) => answer.official),
    );
    const [source, target, third] = official;
    await this.get(TopicMergingService).merge(lead, { topicId: source?.id ?? '', intoId: target?.id ?? '' });
    const ended = third?.answers.find((answer) => answer.official);
    await this.get(OfficialMarkService).unmark(lead, ended?.id ?? '');
  }

  /** Texts of every sort, edits, articles and links. */
  private async write(): Promise<void> {
    const bao = await this.as('bao');
    await this.sql(`UPDATE communities SET settings = settings || '{"holdFirstPosts": 0}' WHERE id = $1`, this.id);
    for (const text of TRICKY_TEXTS) {
      const title = normalisePlainText(text.replace(/\p{Cc}+/gu, '~'));
      const id = await this.ask(bao, title, `${text}\n\n- a list\n\n\`\`\`\n${text}\n\`\`\``);
      await this.get(TopicEditingService).edit(bao, { topicId: id, version: 1, title: `${title}!` });
    }
    const html = (await this.get(MarkdownRenderer).render('# Head\n\n| a | b |\n|---|---|\n| 1 | 2 |')).html;
    for (const [n, state] of ['PUBLISHED', 'DRAFT'].entries()) {
      const id = newId();
      await this.sql(
        `INSERT INTO articles (community_id, id, slug, title, summary, body, body_html, locale, author_id, state, review_at, version, edited_at)
         VALUES ($1, $2, $3, $4, $5, E'# Head\n\n| a | b |\n|---|---|\n| 1 | 2 |', $6, 'de', $7, $8, $9, $10, $9)`,
        ...[this.id, id, `article-${n}`, `Article ${n}`, n ? 'Sum "up"' : '', html, n ? bao.memberId : null],
        ...[state, n ? '2027-01-01' : null, n + 1],
      );
      await this.sql(
        `INSERT INTO article_revisions (community_id, article_id, version, editor_id, title, summary, body)
         VALUES ($1, $2, $3, $4, 'As it "was"', $5, E'# Tail\n\n> "said"')`,
        ...[this.id, id, n + 1, n ? bao.memberId : null, n ? 'Sum' : ''],
      );
      await this.sql(
        `INSERT INTO article_products SELECT community_id, $1, id FROM products ORDER BY id LIMIT $2`,
        id,
        n * 2,
      );
    }
    await this.sql(
      `WITH said AS (
         INSERT INTO article_votes (community_id, article_id, member_id, still_right, created_at)
         SELECT x.community_id, x.id, m.id, m.handle < 'k', m.created_at FROM articles x JOIN members m
           ON m.community_id = x.community_id WHERE x.community_id = $1 AND x.slug = 'article-0'
         RETURNING article_id, still_right)
       UPDATE articles x SET still_right_count = (SELECT count(*) FROM said WHERE still_right),
         not_right_count = (SELECT count(*) FROM said WHERE NOT still_right) WHERE x.slug = 'article-0' AND x.community_id = $1`,
      this.id,
    );
    await this.sql(
      `INSERT INTO topic_links (community_id, topic_id, linked_id, kind, linked_by_id, confirmed_at, confirmed_by_id,
         rejected_at, rejected_by_id)
       VALUES ($1, $2, $3, 'DUPLICATE', NULL, now(), $4, NULL, NULL), ($1, $3, $2, 'RELATED', $4, NULL, NULL, NULL, NULL),
         ($1, $5, $2, 'DUPLICATE', $4, NULL, NULL, now(), $4)`,
      ...[this.id, this.topics()[3]?.id, this.topics()[4]?.id, bao.memberId, this.topics()[5]?.id],
    );
  }

  /** Members who were suspended, erased, never claimed, or came without an account. */
  private async comeAndGo(): Promise<void> {
    const lead = await this.as('kwame');
    const suspending = this.get(MemberSuspendingService);
    await suspending.suspend(lead, { memberId: this.member('tom'), reason: 'Rude "words"' });
    await suspending.suspend(lead, {
      memberId: this.member('leila'),
      reason: 'Spam',
      until: new Date('2099-01-01T00:00:00.123Z'),
    });
    const admin = await this.as('ingrid');
    await this.get(MemberErasingService).erase(admin, { memberId: this.member('nandi'), reason: 'As they wished' });
    const other = await this.unclaimed('Other Bao');
    await this.ask(await this.behind(other), 'Asked long ago', 'Under another name.');
    await this.get(ClaimingService).claim(admin, { memberId: other, email: demoEmail('bao') });
    const unclaimed = await this.unclaimed('Un Claimed');
    await this.sql(`INSERT INTO member_addresses VALUES ($1, $2, 'un.claimed@example.com')`, this.id, unclaimed);
    await this.sql(
      `INSERT INTO domain_events (community_id, id, type, subject_id, actor_id, actor_role, acting_user_id, data)
       VALUES ($1, $2, 'member.created', $3, $4, 'LEAD', $5, '{"null": null, "deep": {"null": null, "text": "\\u2028\\\\"}}')`,
      ...[this.id, newId(), unclaimed, lead.memberId, newId()],
    );
  }

  /** What only comes with an import: numbers without people, and old addresses. */
  private async bringAlong(): Promise<void> {
    const [topic, other] = this.topics();
    const [answer] = topic?.answers.length ? topic.answers : (other?.answers ?? []);
    const [comment] = this.comments();
    await this.sql(`UPDATE topics SET me_too_base = 7, me_too_count = me_too_count + 7 WHERE id = $1`, topic?.id);
    await this.sql(
      `INSERT INTO vote_totals (community_id, post_id, day, up, down)
       VALUES ($1, $2, '2025-11-03', 4, 1), ($1, $2, '-infinity', 3, 0), ($1, $3, '2025-11-04', 0, 2), ($1, $4, '2025-11-05', 1, 0)`,
      ...[this.id, answer?.id, topic?.id, comment.commentId],
    );
    await this.sql(`UPDATE answers SET star_count = star_count + 7 WHERE id = $1`, answer?.id);
    const targets = {
      TOPIC: topic?.id,
      ANSWER: answer?.id,
      COMMENT: comment.commentId,
      MEMBER: this.member('bao'),
      PRODUCT: demoCommunity.products[0]?.id,
      ARTICLE: (await this.sql<{ id: string }>('SELECT id FROM articles ORDER BY id LIMIT 1'))[0]?.id,
    };
    await this.sql(
      `INSERT INTO external_records (community_id, id, origin, kind, external_id, digest, version)
       VALUES ($1, $2, 'first "place"', 'topic', '4711', 'digest', 3), ($1, $2, 'second', 'topic', 'x', 'digest', 1),
         ($1, $3, 'second', 'member', NULL, '', 1), ($1, $4, 'second', 'follow', 'gone here', 'digest', 1)`,
      ...[this.id, topic?.id, this.member('nandi'), newId()],
    );
    for (const [target, id] of Object.entries(targets)) {
      await this.sql(
        'INSERT INTO redirects (community_id, path, target, target_id) VALUES ($1, $2, $3, $4)',
        ...[this.id, `/old/${target.toLowerCase()}?q="ü"\\`, target, id],
      );
    }
  }

  /** Edits by their authors, and versions of what is no text; a fork of a comment, and a merge that brings a number. */
  private async change(): Promise<void> {
    const open = this.topics().filter(
      (topic) => !topic.merged && !topic.closed && !topic.archived && topic.visibility === 'PUBLIC',
    );
    const present = ({ by }: { by: string }): boolean => !['tom', 'leila', 'nandi'].includes(by);
    const answer = open.flatMap((topic) => topic.answers).findLast(present);
    const comments = open
      .flatMap((topic) => topic.answers.flatMap((one) => one.comments))
      .filter(present)
      .slice(-2);
    await this.get(AnswerEditingService).edit(await this.as(answer?.by ?? ''), {
      answerId: answer?.id ?? '',
      version: 1,
      body: 'Edited \\ "twice"',
    });
    const [edited, forked] = comments;
    await this.get(CommentEditingService).edit(await this.as(edited?.by ?? ''), {
      commentId: edited?.id ?? '',
      version: 1,
      body: '> Edited',
    });
    const lead = await this.as('kwame');
    await this.get(TopicForkingService).fork(lead, {
      idempotencyKey: randomUUID(),
      topicId:
        open.find((topic) => topic.answers.some((one) => one.comments.some(({ id }) => id === forked?.id)))?.id ?? '',
      commentIds: [forked?.id ?? ''],
      title: 'Another matter',
      kind: 'IDEA',
    });
    const [source, target] = open.filter((topic) => topic.answers.length === 0);
    await this.sql(`UPDATE topics SET me_too_base = 5, me_too_count = me_too_count + 5 WHERE id = $1`, source?.id);
    await this.get(TopicMergingService).merge(lead, { topicId: source?.id ?? '', intoId: target?.id ?? '' });
    const [first, second] = demoCommunity.products;
    await this.sql(
      `UPDATE products SET parent_id = $1, archived_at = '2026-01-02T03:04:05.678Z', version = 4, slug = 'cal--do-' WHERE id = $2`,
      ...[first?.id, second?.id],
    );
    await this.sql(
      `INSERT INTO reputation_entries (community_id, id, kind, at, actor_id, subject_id, topic_id, rule_version, names_id, note)
       SELECT community_id, $1, 'REVERSAL', now(), subject_id, subject_id, topic_id, 1, id, $2 FROM reputation_entries
       WHERE kind = 'STAR' ORDER BY id LIMIT 1`,
      newId(),
      'A "ring" of \\ two\n',
    );
    await this.sql(`UPDATE tags SET version = 2 WHERE id = $1`, demoCommunity.tags[0]?.id);
    await this.sql(`UPDATE members SET version = 2 WHERE id = $1`, this.member('bao'));
  }

  /** A member without a user. */
  private async unclaimed(name: string): Promise<string> {
    const id = newId();
    await this.sql(
      'INSERT INTO members (community_id, id, handle, display_name, role) VALUES ($1, $2, $3, $4, $5)',
      ...[this.id, id, `member-${id.slice(-8)}`, name, 'CUSTOMER'],
    );
    return id;
  }

  private async decide(post: PostRef, decision: 'APPROVED' | 'REMOVED', reason: string | null): Promise<void> {
    const [item] = await this.sql<{ id: string }>(
      'SELECT id FROM moderation_items WHERE comment_id = $1',
      post.commentId,
    );
    await this.get(ModerationService).decide(await this.as('kwame'), { itemId: item?.id ?? '', decision, reason });
  }

  private ask(viewer: Viewer, title: string, body: string): Promise<string> {
    return this.get(TopicAskingService).ask(viewer, {
      idempotencyKey: randomUUID(),
      kind: 'QUESTION',
      title,
      body,
      tags: ['tricky', 'Ünïcode'],
      sentiment: { face: 'SAD', feeling: '"blue" \\' },
      productVersion: '1\\2"3',
    });
  }

  private topics(): readonly DemoTopic[] {
    return demoCommunity.topics;
  }

  private topic(key: string): DemoTopic {
    const found = this.topics().find((topic) => topic.key === key);
    if (!found) throw new Error(`There is no topic ${key}.`);
    return found;
  }

  /** Comments on answers of topics that anybody may write on. */
  private comments(): [PostRef, PostRef, PostRef] {
    const open = this.topics().filter((topic) => !topic.merged && !topic.closed && topic.visibility === 'PUBLIC');
    const ids = open
      .flatMap((topic) => topic.answers.flatMap((answer) => answer.comments))
      .filter(({ by }) => !['hiroshi', 'dorota', 'emeka', 'grace', 'bao', 'tom'].includes(by))
      .map(({ id }): PostRef => ({ commentId: id }));
    const [first, second, third] = ids;
    if (!first || !second || !third) throw new Error('The demo has too few comments.');
    return [first, second, third];
  }

  private member(handle: string): string {
    return demoCommunity.members.find((member) => member.handle === handle)?.id ?? '';
  }

  private async as(handle: string): Promise<Viewer> {
    const [member] = await this.sql<{ user_id: string }>('SELECT user_id FROM members WHERE handle = $1', handle);
    return this.viewer(member?.user_id ?? null);
  }

  private async behind(memberId: string): Promise<Viewer> {
    return { ...(await this.viewer(null)), memberId, role: 'CUSTOMER', joinedAt: new Date() };
  }

  private async viewer(userId: string | null): Promise<Viewer> {
    const credential = { userId, scopes: ['read', 'write', 'admin'] as const, actAs: null };
    const viewer = await this.get(ViewersService).byCommunityId(this.id, credential);
    if (!viewer) throw new Error('There is no such community.');
    return viewer;
  }

  private get<T>(service: Service<T>): T {
    return this.house.app.get(service as new (...args: unknown[]) => T);
  }
}
