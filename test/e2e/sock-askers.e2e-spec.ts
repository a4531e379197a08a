import { AnomalyFindingService } from '@app/reputation';
import { GlobalId } from '@app/kernel';
import { SuperfansFinder } from '@app/superfans';
import { CountedThanksReader } from '../../libs/superfans/src/candidates/counted-thanks.reader';
import { Backstage, keyOf } from '../support/backstage';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { mutation } from '../support/mutation';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const SUPERFANS =
  'query ($id: ID!) { superfans(communityId: $id, first: 100) { nodes { stage reasons member { id } } } }';
const ANOMALIES = `query ($id: ID!, $state: AnomalyState) { reputationAnomalies(communityId: $id, state: $state) { nodes {
  id kind because memberCount confirmationCount subject { id } } } }`;
const SOLVED = mutation('markSolved', 'id', 'SolvedMarkInput');
const FLAG = 'mutation ($input: FlagInput!) { flag(input: $input) }';
const VOUCH = mutation('vouchFor', 'id', 'VouchForInput');

/** What people ask and answer in an honest community: each topic by an asker of its own, answered a few hours later. */
const HELP = `
  WITH askers AS (
    INSERT INTO members (community_id, id, handle, display_name, role)
    SELECT m.community_id, gen_random_uuid(), 'asker' || substr(md5(random()::text), 1, 12), 'Asker', 'CUSTOMER'
    FROM members m, unnest($2::float[]) day WHERE m.id = $1 RETURNING community_id, id),
  asked AS (
    INSERT INTO topics (community_id, id, code, slug, kind, title, body, body_html, author_id, author_role, locale,
      last_activity_at, created_at)
    SELECT a.community_id, uuidv7(), substr(md5(random()::text), 1, 8), 'so', 'QUESTION', 'So?', 'So?', 'So?', a.id,
      'CUSTOMER', 'en', now(), now() - make_interval(hours => (24 * d.day)::int + 5)
    FROM (SELECT *, row_number() OVER () AS place FROM askers) a
    JOIN unnest($2::float[]) WITH ORDINALITY d (day, place) USING (place)
    RETURNING community_id, id, created_at)
  INSERT INTO answers (community_id, id, topic_id, author_id, author_role, body, body_html, created_at)
  SELECT community_id, uuidv7(), id, $1, 'CUSTOMER', 'You could open your settings.', '', created_at + interval '5 hours'
  FROM asked`;

interface Superfan {
  readonly stage: string;
  readonly reasons: readonly string[];
  readonly member: { readonly id: string };
}
interface Anomaly {
  readonly id: string;
  readonly kind: string;
  readonly because: string;
}

// Each of them does what people do, over the API, in its turn.
jest.setTimeout(120_000);

const range = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step);

describe('accounts that ask, so that somebody answers them', () => {
  let house: TestApp;
  let community: TestCommunity;
  let back: Backstage;
  let talk: Conversation;
  let [lead, rep, eve]: TestUser[] = [];

  beforeAll(async () => {
    house = await TestApp.start();
  });
  /** A community of a year in which fifteen passers-by answered once, and a person of the company has dealt with every second asker. */
  beforeEach(async () => {
    community = await house.founder.community();
    back = new Backstage(house, community);
    talk = new Conversation(community);
    lead = await house.founder.member(house.url, community, { role: 'LEAD', days: 400 });
    rep = await house.founder.member(house.url, community, { role: 'REPRESENTATIVE', days: 400 });
    eve = await house.founder.member(house.url, community, { days: 400 });
    for (const day of range(60, 360, 20)) await help(await member(300), [day]);
    await help(eve, range(1, 170, 8));
    await back.rows(
      `INSERT INTO answers (community_id, id, topic_id, author_id, author_role, body, body_html, created_at)
       SELECT community_id, uuidv7(), id, $1, 'REPRESENTATIVE', 'Thanks for helping.', '', created_at + interval '9 hours'
       FROM (SELECT *, row_number() OVER (ORDER BY created_at) AS n FROM topics) t WHERE n % 2 = 0`,
      rep.memberId,
    );
  });
  afterAll(() => house.stop());

  const member = (days: number): Promise<TestUser> => house.founder.member(house.url, community, { days });
  const help = (who: TestUser, days: readonly number[]): Promise<unknown> =>
    house.founder.sql(community.key, HELP, [keyOf(who.memberId), days]);
  const find = (): Promise<number> => house.app.get(SuperfansFinder).find(community.key, new AbortController().signal);
  const listed = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
    await find();
    const { superfans } = await lead!.ask<{ superfans: { nodes: Superfan[] } }>(SUPERFANS, { id: community.id });
    return new Map(superfans.nodes.map(({ member: { id }, reasons }) => [id, reasons]));
  };
  const anomalies = async (state = 'OPEN'): Promise<Anomaly[]> => {
    const variables = { id: community.id, state };
    return (await lead!.ask<{ reputationAnomalies: { nodes: Anomaly[] } }>(ANOMALIES, variables)).reputationAnomalies
      .nodes;
  };
  const decide = (name: string, anomalyId: string): Promise<string> =>
    lead!.codeOf(mutation(name, 'id state', 'DecideAnomalyInput'), { input: { anomalyId, note: 'Looked at it.' } });

  /** A sock asks, the target answers at once, the sock says thanks and that it is solved; all of it `day` days ago. */
  const play = async (sock: TestUser, target: TestUser, day: number): Promise<string> => {
    const topicId = await talk.ask(sock);
    const answerId = await talk.answer(target, topicId, 'You can open your settings and switch it off.');
    await talk.comment(sock, { topicId }, 'Thanks, that solved it!');
    await sock.ask(SOLVED, { input: { answerId } });
    const ago = `created_at - interval '${day} days'`;
    await back.setTopic(topicId, `created_at = ${ago}`);
    await back.rows(`UPDATE answers SET created_at = ${ago} WHERE topic_id = $1`, topicId);
    await back.rows(`UPDATE comments SET created_at = ${ago} WHERE topic_id = $1`, topicId);
    return answerId;
  };
  /** So many socks, made days apart, who ask the target over two months. */
  const crowd = async (count: number, each: number, target: TestUser): Promise<TestUser[]> => {
    const socks = await Promise.all(range(0, count, 1).map((n) => member(1 + Math.floor((60 * n) / count))));
    for (const [n, sock] of socks.entries()) {
      for (let q = 0; q < each; q++) await play(sock, target, Math.floor((60 * (n * each + q)) / (count * each)));
    }
    return socks;
  };

  const carried = async (): Promise<number> => {
    const query = 'query ($id: ID!) { superfanCarry(communityId: $id) { byMembers } }';
    return (await lead!.ask<{ superfanCarry: { byMembers: number } }>(query, { id: community.id })).superfanCarry
      .byMembers;
  };

  it.each([
    [30, 1],
    [8, 5],
  ])('%d of them who ask %d times each buy no place, and leads see them', async (count, each) => {
    const target = await member(100);
    const honest = await listed();
    expect([...honest.keys()]).toContain(eve!.memberId);
    await crowd(count, each, target);
    const after = await listed();
    expect([...after.keys()]).not.toContain(target.memberId);
    expect(after.get(eve!.memberId)).toEqual(honest.get(eve!.memberId));
    const [circle, ...others] = await anomalies();
    expect(others).toEqual([]);
    expect(circle).toMatchObject({
      ...{ kind: 'CIRCLE', subject: { id: target.memberId }, memberCount: count, confirmationCount: count * each },
    });
    expect(circle!.because).toMatch(
      new RegExp(
        `^Nobody whom the company can vouch for has dealt with ${count} of the ${count} people .* after 0 minutes`,
      ),
    );
  });

  it('count once a lead has looked at them, up to twice as many; and not at all once they are reversed', async () => {
    const target = await member(100);
    await crowd(20, 1, target);
    await find();
    const [circle] = await anomalies();
    expect(await decide('dismissAnomaly', circle!.id)).toBe('OK');
    expect([...(await listed()).keys()]).toContain(target.memberId);
    await crowd(15, 1, target);
    expect([...(await listed()).keys()]).toContain(target.memberId);
    expect(await anomalies()).toEqual([]);
    await crowd(10, 1, target);
    expect((await listed()).get(target.memberId)).toContain(
      '5 threads more of askers with whom nobody else has dealt, which do not count',
    );
    const [again] = await anomalies();
    expect(again).toMatchObject({ kind: 'CIRCLE', memberCount: 45 });
    expect(await carried()).toBe(45);
    expect(await decide('reverseAnomaly', again!.id)).toBe('OK');
    expect(await carried()).toBe(0);
    expect([...(await listed()).keys()]).not.toContain(target.memberId);
    expect(await anomalies()).toEqual([]);
    expect((await anomalies('REVERSED')).map(({ id }) => id)).toEqual([again!.id]);
  });

  it('do not stand in the way of people whom nobody else helps: somebody vouches for these', async () => {
    const alone = await member(200);
    await help(alone, range(1, 100, 4));
    expect([...(await listed()).keys()]).not.toContain(alone.memberId);
    expect(await anomalies()).toMatchObject([{ kind: 'CIRCLE', confirmationCount: 0 }]);
    await lead!.ask(VOUCH, { input: { memberId: alone.memberId, note: 'Helps where nobody else is.' } });
    expect((await listed()).get(alone.memberId)![0]).toBe('answered on 25 days of the last 180, in 25 threads');
    expect(await anomalies()).toEqual([]);
  });

  it('take nothing from an honest member whom they ask, thank and star, whatever leads decide', async () => {
    const before = (await listed()).get(eve!.memberId)!;
    const socks = await crowd(12, 1, eve!);
    const answers = await back.rows<{ id: string }>(`SELECT id FROM answers WHERE author_id = $1`, eve!.memberId);
    for (const sock of socks) {
      for (const { id } of answers.slice(0, 8)) {
        await house.founder.sql(
          community.key,
          'INSERT INTO stars (community_id, answer_id, member_id, trusted) VALUES ($1, $2, $3, false) ON CONFLICT DO NOTHING',
          [community.key, id, keyOf(sock.memberId)],
        );
      }
    }
    await house.app.get(AnomalyFindingService, { strict: false }).find(community.key);
    const own = async (): Promise<readonly string[]> => (await listed()).get(eve!.memberId)!;
    expect((await own())[0]).toMatch(/^answered on \d\d days of the last 180, in \d\d threads$/);
    const open = await anomalies();
    expect(open.map(({ kind }) => kind)).toContain('BURST');
    for (const { id } of open) expect(await decide('reverseAnomaly', id)).toBe('OK');
    expect(await own()).toEqual(before);
  });

  it('take nothing from an honest member whose posts they flag away, until staff have decided', async () => {
    const before = (await listed()).get(eve!.memberId)!;
    const posts = await back.rows<{ id: string }>('SELECT id FROM answers WHERE author_id = $1 LIMIT 6', eve!.memberId);
    for (const sock of await Promise.all([1, 2, 3].map(() => member(30)))) {
      for (const { id } of posts) {
        const answerId = GlobalId.encode('Answer', community.key, id);
        expect(await sock.codeOf(FLAG, { input: { postId: answerId, reason: 'SPAM' } })).toBe('OK');
      }
    }
    expect(await back.rows(`SELECT FROM answers WHERE state = 'HIDDEN'`)).toHaveLength(6);
    expect((await listed()).get(eve!.memberId)).toEqual(before);
  });

  it('make one line that counts, however often they say that it is solved', async () => {
    const target = await member(100);
    const [sock] = await crowd(1, 1, target);
    const [answer] = await back.rows<{ id: string }>('SELECT id FROM answers WHERE author_id = $1', target.memberId);
    const answerId = GlobalId.encode('Answer', community.key, answer!.id);
    for (let i = 0; i < 10; i++) {
      await sock!.ask(mutation('unmarkSolved', 'id', 'SolvedMarkInput'), { input: { answerId } });
      await sock!.ask(SOLVED, { input: { answerId } });
    }
    const { myReputation } = await target.ask<{ myReputation: object }>(
      'query ($id: ID!) { myReputation(communityId: $id) { value reversedCount lines(first: 50) { nodes { standing } } } }',
      { id: community.id },
    );
    expect(myReputation).toMatchObject({ value: 0, reversedCount: 10, lines: { nodes: { length: 11 } } });
    const marks = await house.app
      .get(CountedThanksReader, { strict: false })
      .about(community.key, [keyOf(target.memberId)]);
    expect(marks).toHaveLength(1);
  });
});
