import { HelpfulnessMakingService } from '@app/reputation';
import { SuperfansFinder, SuperfansQueue } from '@app/superfans';
import { Backstage, keyOf } from '../support/backstage';
import { BROAD_QUERIES } from '../support/broad-queries';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { statementsOf } from '../support/statements';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const SUPERFANS = `query ($id: ID!, $state: SuperfanState, $stage: SuperfanStage, $employees: Boolean, $first: Int, $after: String) {
  superfans(communityId: $id, state: $state, stage: $stage, employees: $employees, first: $first, after: $after) {
    nodes { stage state reasons firstAnswerAt lastAnswerAt asOf member { id }
      helpfulness { about threadCount likely least most inWords product { id } tag { id } } } pageInfo { hasNextPage endCursor } } }`;
const SOLVED = 'mutation ($input: SolvedMarkInput!) { markSolved(input: $input) { id } }';

/**
 * What is asked of one another in a community, behind the API's back: answers by a member on days, each in its topic, by
 * askers of its own or by one, with whom a person of the company has dealt, too.
 */
const HELP = `
  WITH askers AS (
    INSERT INTO members (community_id, id, handle, display_name, role)
    SELECT m.community_id, gen_random_uuid(), 'asker' || substr(md5(random()::text), 1, 12), 'Asker', 'CUSTOMER'
    FROM members m, unnest($3::int[]) day WHERE m.id = $1 RETURNING id),
  asked AS (
    INSERT INTO topics (community_id, id, code, slug, kind, title, body, body_html, author_id, author_role, locale,
      last_activity_at, created_at)
    SELECT m.community_id, uuidv7(), substr(md5(random()::text), 1, 8), 'so', 'QUESTION', 'So?', 'So?', 'So?',
      coalesce($2::uuid, a.id), 'CUSTOMER', 'en', now(), now() - make_interval(days => day) - interval '1 hour'
    FROM (SELECT id, row_number() OVER () AS place FROM askers) a
    JOIN unnest($3::int[]) WITH ORDINALITY d (day, place) USING (place) JOIN members m ON m.id = $1
    RETURNING community_id, id, created_at),
  dealt AS (
    INSERT INTO comments (community_id, id, topic_id, author_id, author_role, body, body_html, created_at)
    SELECT community_id, gen_random_uuid(), id, $4, 'LEAD', 'Noted.', '', created_at + interval '1 minute' FROM asked)
  INSERT INTO answers (community_id, id, topic_id, author_id, author_role, body, body_html, created_at)
  SELECT community_id, gen_random_uuid(), id, $1, 'CUSTOMER', 'You could open your settings.', '', created_at + interval '1 hour'
  FROM asked`;

interface Superfan {
  readonly stage: string;
  readonly state: string;
  readonly reasons: readonly string[];
  readonly member: { readonly id: string };
  readonly helpfulness: readonly object[];
}

interface Listed {
  readonly superfans: {
    readonly nodes: readonly Superfan[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

const range = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step);

describe('superfans', () => {
  let house: TestApp;
  let community: TestCommunity;
  let back: Backstage;
  let [ann, eve, fay, gil, rep, lead]: TestUser[] = [];

  const help = (who: TestUser, days: number[], asker?: TestUser): Promise<unknown> =>
    house.founder.sql(community.key, HELP, [
      keyOf(who.memberId),
      asker ? keyOf(asker.memberId) : null,
      days,
      keyOf(lead!.memberId),
    ]);
  const find = (): Promise<number> => house.app.get(SuperfansFinder).find(community.key, new AbortController().signal);
  const list = async (more: object = {}): Promise<readonly Superfan[]> =>
    (await lead!.ask<Listed>(SUPERFANS, { id: community.id, ...more })).superfans.nodes;
  const ids = async (more: object = {}): Promise<string[]> => (await list(more)).map(({ member }) => member.id);

  beforeAll(async () => {
    house = await TestApp.start();
    community = await house.founder.community();
    back = new Backstage(house, community);
    const member = (role?: 'REPRESENTATIVE' | 'LEAD'): Promise<TestUser> =>
      house.founder.member(house.url, community, { days: 400, ...(role && { role }) });
    [ann, eve, fay, gil] = await Promise.all([1, 2, 3, 4].map(() => member()));
    rep = await member('REPRESENTATIVE');
    lead = await member('LEAD');
    await help(gil!, range(40, 170, 2));
    await help(eve!, range(0, 170, 2));
    await help(fay!, range(0, 12, 2));
    await help(rep, range(0, 170, 3));
    for (let i = 0; i < 40; i++) await help(await member(), [190 - i]);
  });
  afterAll(() => house.stop());

  it('are found with their reasons, those who help most first', async () => {
    expect(await find()).toBe(4);
    const [first, second, third] = await list();
    expect(first).toMatchObject({ member: { id: eve!.memberId }, stage: 'ESTABLISHED', state: 'STEADY' });
    expect(first!.reasons[0]).toMatch(/^answered on 8\d days of the last 180, in 85 threads$/);
    expect(second).toMatchObject({ member: { id: gil!.memberId }, stage: 'ESTABLISHED', state: 'AT_RISK' });
    expect(second!.reasons.at(-1)).toMatch(/^silent for \d\d days, usually back within 2 days$/);
    expect(third).toMatchObject({ member: { id: fay!.memberId }, stage: 'EARLY', state: 'RISING' });
    expect(third!.reasons).toContain('still here in week 2');
    expect(await ids({ employees: true })).toEqual([rep!.memberId]);
  });

  it('come with how much their answers help beside those of others', async () => {
    const [before] = await list();
    expect(before!.helpfulness).toEqual([]);
    const product = await house.founder.product(community);
    await back.rows(
      `INSERT INTO topic_products (community_id, topic_id, product_id)
       SELECT community_id, topic_id, $2 FROM answers WHERE author_id = $1 LIMIT 5`,
      eve!.memberId,
      product,
    );
    await house.app.get(HelpfulnessMakingService).make(community.key, new AbortController().signal);
    const [first, second] = await list();
    expect(first!.helpfulness).toMatchObject([
      { about: null, threadCount: 85, product: null, tag: null },
      {
        threadCount: 5,
        product: { id: product },
        inWords: expect.stringMatching(/^In 5 threads about .+ as helpful as/),
      },
    ]);
    expect(second!.helpfulness).toMatchObject([{ about: null, threadCount: 65 }]);
  });

  it('are listed by state and stage, in pages', async () => {
    expect(await ids({ state: 'RISING' })).toEqual([fay!.memberId]);
    expect(await ids({ stage: 'ESTABLISHED' })).toEqual([eve!.memberId, gil!.memberId]);
    expect(await ids({ stage: 'ESTABLISHED', state: 'RISING' })).toEqual([]);
    const { superfans } = await lead!.ask<Listed>(SUPERFANS, { id: community.id, first: 1 });
    expect(superfans.pageInfo.hasNextPage).toBe(true);
    expect(await ids({ first: 1, after: superfans.pageInfo.endCursor })).toEqual([gil!.memberId]);
    expect((await statementsOf(() => list())).length).toBeLessThanOrEqual(10);
  });

  it('are thanked by marks whose moment is known, each asker once', async () => {
    const say = new Conversation(community);
    for (let i = 0; i < 2; i++) {
      const answerId = await say.answer(fay!, await say.ask(ann!));
      await back.rows(`UPDATE answers SET created_at = created_at - interval '1 minute' WHERE id = $1`, answerId);
      await ann!.ask(SOLVED, { input: { answerId } });
    }
    await find();
    expect((await list({ stage: 'EARLY' }))[0]!.reasons).toContain('thanked once');
  });

  /** A newcomer whom six accounts have asked on three days each, and nobody else. */
  const spokenFor = async (): Promise<TestUser> => {
    const [target, ...socks] = await Promise.all(range(0, 7, 1).map(() => house.founder.member(house.url, community)));
    for (const [place, sock] of socks.entries()) await help(target!, range(place % 4, 12, 4), sock);
    return target!;
  };

  it('are nobody who is spoken for by accounts that did nothing else', async () => {
    const target = await spokenFor();
    await find();
    expect(await ids({ stage: 'EARLY' })).toContain(target.memberId);
    await back.rows(
      `INSERT INTO solved_marks (community_id, answer_id, topic_id, member_id)
       SELECT a.community_id, a.id, t.id, t.author_id FROM answers a JOIN topics t ON t.id = a.topic_id WHERE a.author_id = $1`,
      target.memberId,
    );
    await find();
    expect(await ids({ stage: 'EARLY' })).toEqual([fay!.memberId]);
  });

  it('are nobody who is spoken for by a ring, even after it was reversed', async () => {
    const target = await spokenFor();
    const ring = `INSERT INTO reputation_anomalies (community_id, id, kind, key, member_ids, entry_ids, because, state, found_at)
      SELECT a.community_id, gen_random_uuid(), 'RING', 'ring', array_agg(DISTINCT t.author_id), '{}', 'A ring.', 'OPEN', now()
      FROM answers a JOIN topics t ON t.id = a.topic_id WHERE a.author_id = $1 GROUP BY a.community_id`;
    await back.rows(ring, target.memberId);
    const early = async (state: string): Promise<string[]> => {
      await back.rows(`UPDATE reputation_anomalies SET state = '${state}'`);
      await find();
      return ids({ stage: 'EARLY' });
    };
    expect(await early('OPEN')).toEqual([fay!.memberId]);
    expect(await early('REVERSED')).toEqual([fay!.memberId]);
    expect(await early('DISMISSED')).toContain(target.memberId);
    expect(await early('OPEN')).toEqual([fay!.memberId]);
  });

  it('are for leads alone', async () => {
    const secret = 'silent canary reason';
    await back.rows(`UPDATE superfan_candidates SET reasons = ARRAY['${secret}']`);
    expect((await list())[0]!.reasons).toEqual([secret]);
    for (const user of [eve!, fay!, ann!, rep!]) {
      expect(await user.codeOf(SUPERFANS, { id: community.id })).toBe('FORBIDDEN');
    }
    expect(await house.stranger.codeOf(SUPERFANS, { id: community.id })).toBe('UNAUTHENTICATED');
    const variables = { slug: community.slug, ids: [eve!.memberId, fay!.memberId, community.id] };
    for (const user of [eve!, rep!, house.stranger]) {
      for (const query of BROAD_QUERIES) {
        expect(JSON.stringify(await user.send(query, variables))).not.toMatch(/canary reason|ESTABLISHED/);
      }
    }
  });

  it('are no longer there once they are suspended, erased or gone from the list', async () => {
    await find();
    await back.rows(`UPDATE members SET suspended_until = now() + interval '1 day' WHERE id = $1`, fay!.memberId);
    expect(await ids()).toEqual([eve!.memberId, gil!.memberId]);
    const admin = await house.founder.member(house.url, community, { role: 'ADMIN' });
    await admin.ask('mutation ($input: EraseMemberInput!) { eraseMember(input: $input) { id } }', {
      input: { memberId: eve!.memberId, reason: 'They asked for it.' },
    });
    expect(await back.rows('SELECT FROM superfan_candidates WHERE member_id = $1', eve!.memberId)).toEqual([]);
    await back.rows('UPDATE members SET suspended_until = NULL WHERE id = $1', fay!.memberId);
    await find();
    expect(await ids()).toEqual([gil!.memberId, fay!.memberId]);
  });

  it('are looked for where the last night was missed, once', async () => {
    const waiting = async (): Promise<number> => {
      const [row] = await back.rows<{ n: number }>(
        `SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = 'find_superfans'`,
      );
      return row!.n;
    };
    const queue = house.app.get(SuperfansQueue);
    await queue.askAll();
    expect(await waiting()).toBe(0);
    await back.rows(`UPDATE superfan_candidates SET found_at = now() - interval '31 hours'`);
    await queue.askAll();
    await queue.askAll();
    expect(await waiting()).toBe(1);
  });
});
