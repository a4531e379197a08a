import {
  DEMO_PASSWORD,
  demoCommunity,
  loadDemo,
  TopicUnmergingService,
  ViewersService,
  type DemoPresence,
  type DemoTopic,
} from '@app/community';
import { argon2Sync } from 'node:crypto';
import { counterDrift } from './support/counter-drift';
import { Founder } from './support/founder';
import { TestApp } from './support/test-app';
import { TestDatabase } from './support/test-database';

const { id: community, members, products, tags, topics, articles, start, end } = demoCommunity;
const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
const answers = topics.flatMap((topic) => topic.answers);
const comments = [...topics, ...answers].flatMap((post) => post.comments);
const synonyms = tags.flatMap((tag) => tag.synonyms);
/** A change of the text and one of the kind are two, also where they were made together. */
const changes = total(
  topics.flatMap((topic) => topic.changes.map(({ was }) => (was.kind ? 1 : 0) + (was.title || was.body ? 1 : 0))),
);
const memberIds = new Map(members.map(({ handle, id }) => [handle, id]));

const moment = (at: number): Date => new Date(Date.parse(start) + at * 60_000);
const byKey = (key: string): DemoTopic => {
  const topic = topics.find((one) => one.key === key);
  if (!topic) throw new Error(`There is no topic ${key}.`);
  return topic;
};

/** What each table with rows of the demo says, in one line each. */
async function contents(founder: Founder): Promise<Record<string, string>> {
  const tables = await founder.sql<{ name: string }>(
    community,
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
       AND relname NOT IN ('migrations') ORDER BY 1`,
  );
  const says = await Promise.all(
    tables.map(async ({ name }) => {
      // Lines of the ledger are named by the database, at random.
      const row = name === 'reputation_entries' ? `(to_jsonb(x) - 'id')::text` : 'x::text';
      const text = `SELECT count(*) || ' ' || coalesce(md5(string_agg(${row}, ' ' ORDER BY ${row})), '') AS says FROM ${name} x`;
      return [name, (await founder.sql<{ says: string }>(community, text))[0]?.says ?? ''] as const;
    }),
  );
  return Object.fromEntries(says);
}

describe('the demo community in a database', () => {
  let house: TestApp;
  let founder: Founder;
  let presence: DemoPresence;

  beforeAll(async () => {
    house = await TestApp.start();
    founder = house.founder;
    presence = await loadDemo(house.database);
  });
  afterAll(() => house.stop());

  const rows = <Row extends object>(text: string, ...values: unknown[]): Promise<Row[]> =>
    founder.sql<Row>(community, text, values);

  const count = async (table: string): Promise<number> =>
    (await rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n ?? 0;

  it('has a row for everything that is told', async () => {
    expect(presence).toBe('LOADED');
    const told = {
      communities: 1,
      users: members.length,
      members: members.length,
      products: products.length,
      tags: tags.length + synonyms.length,
      topics: topics.length,
      topic_products: total(topics.map((topic) => topic.products.length)),
      topic_tags: total(topics.map((topic) => topic.tags.length)),
      answers: answers.length,
      comments: comments.length,
      stars: total(answers.map(({ stars }) => stars.length)),
      official_marks: answers.filter(({ official }) => official).length,
      solved_marks: answers.filter(({ solvedAt }) => solvedAt !== null).length,
      articles: articles.length,
      article_products: total(articles.map((article) => article.products.length)),
      article_revisions: articles.length,
      article_votes: total(articles.map(({ votes }) => votes.length)),
      topic_merges: topics.filter(({ merged }) => merged).length,
      revisions: topics.length + answers.length + comments.length + changes,
    };
    const found = Object.fromEntries(
      await Promise.all(Object.keys(told).map(async (table) => [table, await count(table)] as const)),
    );
    expect(found).toEqual(told);
  });

  it('keeps every counter exact', async () => {
    expect(await counterDrift(founder, community)).toEqual([]);
  });

  it('tells each topic as it stands in the end', async () => {
    const found = await rows<{ id: string }>(`
      SELECT id, kind, title, status, state, visibility, created_at AS "createdAt", last_activity_at AS "lastActivityAt",
        closed_at AS "closedAt", closed_reason AS "closedReason", archived_at AS "archivedAt", archived_note AS "archivedNote",
        merged_into_id AS "mergedIntoId", view_count AS views
      FROM topics ORDER BY created_at, id`);
    expect(found).toEqual(
      topics.map((topic) => {
        const { id, kind, title, visibility, views, closed, archived, removed, merged } = topic;
        const replies = [...topic.answers, ...topic.comments, ...topic.answers.flatMap((answer) => answer.comments)];
        return {
          id,
          kind,
          title,
          status: topic.statuses.at(-1)?.status ?? 'NONE',
          state: removed ? 'REMOVED' : 'VISIBLE',
          visibility,
          createdAt: moment(topic.at),
          lastActivityAt: moment(Math.max(topic.at, ...replies.map(({ at }) => at))),
          closedAt: closed || archived ? moment(Math.min(closed?.at ?? end, archived?.at ?? end)) : null,
          closedReason: closed?.reason ?? null,
          archivedAt: archived && moment(archived.at),
          archivedNote: archived?.note ?? null,
          mergedIntoId: merged && byKey(merged.into).id,
          views,
        };
      }),
    );
  });

  it('dates what is solved by what solved it', async () => {
    const solved = await rows<{ id: string; at: Date }>(
      `SELECT id, resolved_at AS at FROM topics WHERE resolution = 'SOLVED'`,
    );
    expect(solved.length).toBeGreaterThan(40);
    for (const { id, at } of solved) {
      const topic = topics.find((one) => one.id === id);
      const marks = (topic?.answers ?? []).map(({ solvedAt, official }) => [solvedAt ?? end, official?.at ?? end]);
      const complete = (topic?.statuses ?? []).map((act) => (act.status === 'COMPLETE' ? act.at : end));
      const stars = (topic?.answers ?? []).map((answer) => answer.stars[2]?.at ?? end);
      // Stars of people who had just joined do not count, so a topic may be solved later than by its third star.
      const first = Math.min(...marks.flat(), ...complete);
      expect(at.getTime()).toBeLessThanOrEqual(moment(first).getTime());
      expect(at.getTime()).toBeGreaterThanOrEqual(moment(Math.min(first, ...stars)).getTime());
    }
  });

  it('counts each person once where duplicates were merged', async () => {
    const found = await rows<{ id: string; people: string[] }>(
      `SELECT topic_id AS id, array_agg(member_id ORDER BY member_id) AS people FROM me_toos GROUP BY topic_id`,
    );
    const people = new Map(found.map((row) => [row.id, row.people]));
    for (const topic of topics.filter(({ merged }) => !merged)) {
      const duplicates = topics.filter(({ merged }) => merged?.into === topic.key);
      const handles = [topic, ...duplicates].flatMap(({ by, meToos }) => [by, ...meToos.map((act) => act.by)]);
      expect(people.get(topic.id)).toEqual([...new Set(handles)].map((handle) => memberIds.get(handle)).toSorted());
    }
  });

  it('keeps what was said before it was changed, and leads links to topics', async () => {
    for (const { id, title, changes: told } of topics.filter((topic) => topic.changes.length > 0)) {
      const versions = await rows<{ title: string }>(
        `SELECT title FROM revisions WHERE topic_id = $1 ORDER BY version`,
        id,
      );
      const said = versions.map((version) => version.title);
      expect([...new Set(said)]).toEqual([...told.map(({ was }) => was.title), title]);
    }
    const links = await rows<{ code: string; found: boolean }>(`
      WITH link AS (SELECT DISTINCT (regexp_matches(body_html, 'https://community.halvora.example/t/([^"]*)"', 'g'))[1] AS code
        FROM (SELECT body_html FROM topics UNION SELECT body_html FROM answers UNION SELECT body_html FROM comments) x)
      SELECT link.code, t.id IS NOT NULL AS found FROM link LEFT JOIN topics t ON t.code = link.code`);
    expect(links.map(({ found }) => found)).toEqual([true, true, true]);
  });

  it('tells every event with its date, and with a person who was there, in the role of that day', async () => {
    const untold = await rows(`
      SELECT a.id FROM (SELECT id, author_id, author_role, created_at, 'answer.posted' AS type FROM answers
        UNION ALL SELECT id, author_id, author_role, created_at, 'comment.posted' FROM comments
        UNION ALL SELECT id, author_id, author_role, created_at, 'topic.asked' FROM topics) a
      LEFT JOIN domain_events e ON e.subject_id = a.id AND e.type = a.type AND e.actor_id = a.author_id
        AND e.actor_role = a.author_role AND e.created_at = a.created_at
      WHERE e.id IS NULL`);
    expect(untold).toEqual([]);
    const strange = await rows(`
      SELECT e.type FROM domain_events e LEFT JOIN members m ON m.id = e.actor_id
      WHERE (e.type NOT IN ('community.founded', 'topics.viewed') AND (m.id IS NULL OR e.actor_role IS NULL)) OR e.created_at < m.created_at
        OR e.created_at NOT BETWEEN '${start}' AND '${moment(end).toISOString()}'`);
    expect(strange).toEqual([]);
    const left = await rows<{ role: string; then: string[] }>(`
      SELECT m.role, array_agg(DISTINCT a.author_role) AS then FROM answers a JOIN members m ON m.id = a.author_id
      WHERE m.handle = 'olena' GROUP BY m.role`);
    expect(left).toEqual([{ role: 'ALUM', then: ['REPRESENTATIVE'] }]);
  });

  it('lets everybody log in with the demo password', async () => {
    const users = await rows<{ email: string; hash: string; verified: boolean }>(
      'SELECT email, password_hash AS hash, email_verified_at IS NOT NULL AS verified FROM users ORDER BY email',
    );
    expect(users.map(({ email }) => email)).toEqual(members.map(({ email }) => email).toSorted());
    expect(users.every(({ verified }) => verified)).toBe(true);
    const [hash = ''] = new Set(users.map((user) => user.hash));
    const [, kind, version, cost, salt = '', tag = ''] = hash.split('$');
    expect([kind, version, cost]).toEqual(['argon2id', 'v=19', 'm=19456,t=2,p=1']);
    const again = argon2Sync('argon2id', {
      message: Buffer.from(DEMO_PASSWORD),
      nonce: Buffer.from(salt, 'base64'),
      memory: 19_456,
      passes: 2,
      parallelism: 1,
      tagLength: 32,
    });
    expect(again.equals(Buffer.from(tag, 'base64'))).toBe(true);
  });

  it('is loaded once, and the same in every database, also by processes that start together', async () => {
    const before = await contents(founder);
    expect(await loadDemo(house.database)).toBe('THERE');
    expect(await contents(founder)).toEqual(before);

    const elsewhere = await TestDatabase.create();
    const theirs = new Founder(elsewhere.ownerUrl);
    try {
      const loads = await Promise.all([1, 2, 3].map(() => loadDemo(elsewhere)));
      expect(loads.toSorted()).toEqual(['LOADED', 'THERE', 'THERE']);
      expect(await contents(theirs)).toEqual(before);
    } finally {
      await theirs.stop();
      await elsewhere.drop();
    }
  });

  it('does not come to a database that has a community of its own', async () => {
    const elsewhere = await TestDatabase.create();
    const theirs = new Founder(elsewhere.ownerUrl);
    try {
      await theirs.community();
      expect(await loadDemo(elsewhere)).toBe('ABSENT');
      expect(await theirs.sql(community, 'SELECT id FROM communities WHERE id = $1', [community])).toEqual([]);
    } finally {
      await theirs.stop();
      await elsewhere.drop();
    }
  });

  it('lets its merges be undone, each row home', async () => {
    const [curator] = await rows<{ user_id: string }>(`SELECT user_id FROM members WHERE handle = 'priya'`);
    const credential = { userId: curator?.user_id ?? '', scopes: ['read', 'write'] as const, actAs: null };
    const viewer = await house.app.get(ViewersService).byCommunityId(community, credential);
    if (!viewer) throw new Error('Priya is not there.');
    for (const { id } of topics.filter(({ merged }) => merged))
      await house.app.get(TopicUnmergingService).unmerge(viewer, id);
    expect(await counterDrift(founder, community)).toEqual([]);
    for (const { id, by, answers: own, comments: remarks, meToos } of topics.filter(({ merged }) => merged)) {
      const [topic] = await rows<object>(
        `SELECT merged_into_id, answer_count, reply_count, me_too_count FROM topics WHERE id = $1`,
        id,
      );
      const replies = own.length + remarks.length + total(own.map((answer) => answer.comments.length));
      expect(topic).toEqual({
        merged_into_id: null,
        answer_count: own.length,
        reply_count: replies,
        me_too_count: new Set([by, ...meToos.map((act) => act.by)]).size,
      });
    }
    for (const table of ['answers', 'comments', 'me_toos', 'follows'])
      expect(await rows(`SELECT moved_from_id FROM ${table} WHERE moved_from_id IS NOT NULL`)).toEqual([]);
  });
});
