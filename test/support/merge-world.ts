import { newId, type Role } from '@app/kernel';
import { ViewersService, type Viewer } from '@app/community';
import { Transactor } from '@app/database';
import { TopicTally } from '../../libs/community/src/topics/topic-tally';
import { counterDrift } from './counter-drift';
import type { TestCommunity } from './founder';
import { ledgerDrift } from './ledger-drift';
import type { TestApp } from './test-app';

/** What a topic of the world starts with; numbers are members, answers say which of them are marked. */
export interface TopicSeed {
  readonly meToos: readonly number[];
  readonly followers: readonly number[];
  readonly base: number;
  readonly complete: boolean;
  readonly answers: readonly { readonly author: number; readonly solved: boolean; readonly starred: boolean }[];
  /** Which answer is official; none where there is no such answer. */
  readonly official: number;
  readonly remarks: readonly { readonly author: number; readonly answer: number }[];
}

const TABLES = ['topics', 'answers', 'comments', 'me_toos', 'follows', 'official_marks', 'solved_marks', 'tags'];

/** What stands with a topic that was merged away, or apart from what it belongs to. */
const LEFT_BEHIND = `
  SELECT 'answer' AS what, a.id FROM answers a JOIN topics t ON t.id = a.topic_id WHERE t.merged_into_id IS NOT NULL
  UNION ALL SELECT 'comment', c.id FROM comments c JOIN topics t ON t.id = c.topic_id WHERE t.merged_into_id IS NOT NULL
  UNION ALL SELECT 'official mark', o.id FROM official_marks o JOIN answers a ON a.id = o.answer_id
    WHERE a.topic_id <> o.topic_id`;

/** Whoever has a row in a table for a topic or for one that was merged into it, and no row with it, or the reverse. */
const MISPLACED = (table: string) => `
  WITH RECURSIVE tree AS (
    SELECT id AS root_id, id FROM topics WHERE merged_into_id IS NULL
    UNION ALL SELECT tree.root_id, t.id FROM tree JOIN topics t ON t.merged_into_id = tree.id),
  said AS (SELECT DISTINCT tree.root_id, x.member_id FROM ${table} x JOIN tree ON tree.id = coalesce(x.moved_from_id, x.topic_id)),
  counted AS (SELECT x.topic_id AS root_id, x.member_id FROM ${table} x JOIN topics t ON t.id = x.topic_id AND t.merged_into_id IS NULL)
  (TABLE said EXCEPT TABLE counted) UNION ALL (TABLE counted EXCEPT TABLE said)`;

/** A community with some members and topics, looked at by its rows. */
export class MergeWorld {
  private constructor(
    private readonly house: TestApp,
    private readonly community: TestCommunity,
    readonly members: readonly string[],
    readonly topics: readonly string[],
    /** A representative. */
    readonly staff: Viewer,
  ) {}

  static async build(house: TestApp, seeds: readonly TopicSeed[], size: number): Promise<MergeWorld> {
    const community = await house.founder.community();
    const members = Array.from({ length: size }, newId);
    const topics = seeds.map(newId);
    await house.founder.sql(
      community.key,
      `INSERT INTO members (community_id, id, handle, display_name, role)
       SELECT $1, id, 'member-' || n, 'Member', CASE n WHEN 1 THEN 'REPRESENTATIVE' ELSE 'CUSTOMER' END
       FROM unnest($2::uuid[]) WITH ORDINALITY AS m (id, n)`,
      [community.key, members],
    );
    const world = new MergeWorld(
      house,
      community,
      members,
      topics,
      await viewerOf(house, community, members[0] ?? '', 'REPRESENTATIVE'),
    );
    for (const [i, seed] of seeds.entries()) await world.plant(topics[i] ?? '', i, seed);
    await world.count();
    return world;
  }

  /** Of the community. */
  get key(): string {
    return this.community.key;
  }

  /** Of the community. */
  get slug(): string {
    return this.community.slug;
  }

  viewer(member: number): Promise<Viewer> {
    return viewerOf(this.house, this.community, this.member(member), 'CUSTOMER');
  }

  sql<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return this.house.founder.sql<Row>(this.community.key, text, values);
  }

  /** All rows that merges may touch. */
  async rows(): Promise<Record<string, unknown>> {
    const found: Record<string, unknown> = {};
    for (const table of TABLES) {
      found[table] = await this.sql(`SELECT to_jsonb(x) AS row FROM ${table} x ORDER BY to_jsonb(x)::text`);
    }
    return found;
  }

  /** What is wrong with the rows as they stand; empty where nothing is. */
  async faults(): Promise<object[]> {
    const { founder } = this.house;
    return [
      ...(await counterDrift(founder, this.key)),
      ...(await ledgerDrift(founder, this.key)),
      ...(await this.sql(LEFT_BEHIND)),
    ];
  }

  /** Members who are not counted exactly once where they should be. */
  async miscounted(): Promise<object[]> {
    return [
      ...(await this.sql(MISPLACED('me_toos'))),
      ...(await this.sql(MISPLACED('(SELECT * FROM follows WHERE topic_id IS NOT NULL)'))),
    ];
  }

  /** Topics where an official answer waits though nothing stands in its way. */
  withoutOfficial(): Promise<object[]> {
    return this.sql(`
      SELECT o.id FROM official_marks o WHERE o.suspended AND NOT EXISTS (
        SELECT FROM official_marks c WHERE c.topic_id = o.topic_id AND c.ended_at IS NULL)`);
  }

  /** Rows that have not come home: an answer's text here names the topic that it was posted on after the start. */
  strayed(): Promise<object[]> {
    return this.sql(`
      SELECT 'answer' AS what, id FROM answers WHERE moved_from_id IS NOT NULL OR (body <> 'a' AND body <> topic_id::text)
      UNION ALL SELECT 'comment', id FROM comments WHERE moved_from_id IS NOT NULL
      UNION ALL SELECT 'me too', member_id FROM me_toos WHERE moved_from_id IS NOT NULL
      UNION ALL SELECT 'follow', id FROM follows WHERE moved_from_id IS NOT NULL
      UNION ALL SELECT 'suspended', id FROM official_marks WHERE suspended`);
  }

  /** Somebody's me too comes or goes, where the topic takes any. */
  async changeMeToo(topicId: string, member: number, does: 'meToo' | 'takeBack'): Promise<void> {
    const change =
      does === 'meToo'
        ? `INSERT INTO me_toos (community_id, topic_id, member_id) SELECT community_id, id, $2 FROM topics
             WHERE id = $1 AND merged_into_id IS NULL ON CONFLICT DO NOTHING RETURNING 1 AS n`
        : `DELETE FROM me_toos USING topics t WHERE topic_id = $1 AND member_id = $2 AND t.id = topic_id
             AND t.merged_into_id IS NULL RETURNING -1 AS n`;
    await this.sql(
      `WITH change AS (${change}) UPDATE topics SET me_too_count = me_too_count + n FROM change WHERE id = $1`,
      [topicId, this.member(member)],
    );
  }

  private async plant(topicId: string, n: number, seed: TopicSeed): Promise<void> {
    const key = this.community.key;
    const author = this.member(n);
    await this.sql(
      `INSERT INTO topics (community_id, id, code, slug, kind, status, title, body, body_html, author_id, author_role,
         locale, me_too_base, last_activity_at, created_at)
       VALUES ($1, $2, $3, 'aa', 'QUESTION', $4, 'A', 'a', E'<p>a</p>\\n', $5, 'CUSTOMER', 'en', $6, now() - interval '1 day', now() - interval '1 day')`,
      [key, topicId, `code-${n}`, seed.complete ? 'COMPLETE' : 'NONE', author, seed.base],
    );
    await this.sql(
      `WITH tag AS (INSERT INTO tags (community_id, id, name) VALUES ($1, $2, $3) ON CONFLICT (community_id, name) DO UPDATE SET name = excluded.name RETURNING id)
      INSERT INTO topic_tags (community_id, topic_id, tag_id) SELECT $1, $4, id FROM tag`,
      [key, newId(), `tag-${n % 2}`, topicId],
    );
    for (const member of new Set([author, ...seed.meToos.map((m) => this.member(m))])) {
      await this.sql('INSERT INTO me_toos (community_id, topic_id, member_id) VALUES ($1, $2, $3)', [
        key,
        topicId,
        member,
      ]);
    }
    for (const member of new Set([author, ...seed.followers.map((m) => this.member(m))])) {
      await this.sql(
        `INSERT INTO follows (community_id, id, topic_id, member_id, reason) VALUES ($1, $2, $3, $4, 'CHOSE')`,
        [key, newId(), topicId, member],
      );
    }
    await this.reply(topicId, seed);
  }

  private async reply(topicId: string, seed: TopicSeed): Promise<void> {
    const key = this.community.key;
    const answers: string[] = [];
    for (const { author, solved, starred } of seed.answers) {
      const id = newId();
      answers.push(id);
      await this.sql(
        `INSERT INTO answers (community_id, id, topic_id, author_id, author_role, body, body_html, solved, star_count,
           trusted_star_count, follow_up)
         SELECT $1, $2, id, $4, 'CUSTOMER', 'a', E'<p>a</p>\\n', $5, $6, $6, author_id = $4 FROM topics WHERE id = $3`,
        [key, id, topicId, this.member(author), solved, starred ? 3 : 0],
      );
      if (starred) {
        await this.sql(
          `INSERT INTO stars (community_id, answer_id, member_id, trusted)
           SELECT community_id, $1, id, true FROM members WHERE id <> $2 ORDER BY id LIMIT 3`,
          [id, this.member(author)],
        );
      }
      if (solved) {
        await this.sql(
          'INSERT INTO solved_marks (community_id, answer_id, topic_id, member_id) VALUES ($1, $2, $3, $4)',
          [key, id, topicId, this.member(author)],
        );
      }
    }
    if (answers[seed.official]) await this.markOfficial(topicId, answers[seed.official] ?? '');
    for (const { author, answer } of seed.remarks) {
      await this.sql(
        `INSERT INTO comments (community_id, id, topic_id, answer_id, author_id, author_role, body, body_html)
         VALUES ($1, $2, $3, $4, $5, 'CUSTOMER', 'a', E'<p>a</p>\\n')`,
        [key, newId(), topicId, answers[answer] ?? null, this.member(author)],
      );
    }
  }

  private async markOfficial(topicId: string, answerId: string): Promise<void> {
    await this.sql(
      `WITH mark AS (INSERT INTO official_marks (community_id, id, topic_id, answer_id, marked_by_id, marked_at, owner_id)
         VALUES ($1, $2, $3, $4, $5, now(), $5))
       UPDATE answers SET official = true WHERE id = $4`,
      [this.community.key, newId(), topicId, answerId, this.members[0]],
    );
  }

  /** Sets what counts rows, as the rows say. */
  private async count(): Promise<void> {
    await this.sql(`UPDATE answers a SET comment_count = (SELECT count(*) FROM comments c WHERE c.answer_id = a.id)`);
    await this.sql(`UPDATE tags g SET topic_count = (SELECT count(*) FROM topic_tags tt WHERE tt.tag_id = g.id)`);
    await this.sql(
      `UPDATE topics t SET me_too_count = me_too_base + (SELECT count(*) FROM me_toos m WHERE m.topic_id = t.id),
         follower_count = (SELECT count(*) FROM follows f WHERE f.topic_id = t.id)`,
    );
    const tally = this.house.app.get(TopicTally);
    await this.house.app.get(Transactor).run(this.community.key, (tx) => tally.refresh(tx, this.staff, this.topics));
    await this.sql(`UPDATE topics SET resolved_at = now() - interval '1 hour' WHERE resolved_by IS NOT NULL`);
  }

  private member(n: number): string {
    return this.members[n % this.members.length] ?? '';
  }
}

/** Somebody of the community, without a user behind them. */
async function viewerOf(house: TestApp, { key }: TestCommunity, memberId: string, role: Role): Promise<Viewer> {
  const nobody = { userId: null, scopes: ['read', 'write'] as const, actAs: null };
  const viewer = await house.app.get(ViewersService).byCommunityId(key, nobody);
  if (!viewer) throw new Error('No such community.');
  return { ...viewer, memberId, role, joinedAt: new Date(0) };
}
