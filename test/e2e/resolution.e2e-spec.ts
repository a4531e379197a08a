import { TopicTally, ViewersService, type Viewer } from '@app/community';
import { Transactor } from '@app/database';
import { newId } from '@app/kernel';
import { keyOf, Backstage } from '../support/backstage';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

/** What an answer and its topic's status are, and what follows. */
interface Case {
  readonly state: string;
  readonly followUp: boolean;
  readonly solved: boolean;
  readonly official: boolean;
  readonly stars: number;
  readonly status: string;
}

const STATES = ['VISIBLE', 'HELD', 'HIDDEN', 'REMOVED', 'RETRACTED'];
const STATUSES = ['NONE', 'PENDING', 'ACTIVE', 'COMPLETE', 'REJECTED'];
const BOTH = [false, true];

const CASES: Case[] = STATES.flatMap((state) =>
  STATUSES.flatMap((status) =>
    [0, 2, 3, 4].flatMap((stars) =>
      BOTH.flatMap((followUp) =>
        BOTH.flatMap((solved) => BOTH.map((official) => ({ state, followUp, solved, official, stars, status }))),
      ),
    ),
  ),
);

/** An answer with nothing said of it. */
const BARE: Case = { state: 'VISIBLE', followUp: false, solved: false, official: false, stars: 0, status: 'NONE' };

/** The product's definition of the resolution, in its own order. */
function resolutionOf({ state, followUp, solved, official, stars, status }: Case): [string, string | null] {
  const seen = state === 'VISIBLE';
  if (seen && solved) return ['SOLVED', 'ASKER'];
  if ((seen && official) || status === 'COMPLETE') return ['SOLVED', 'STAFF'];
  if (seen && !followUp && stars >= 3) return ['SOLVED', 'READERS'];
  return [seen && !followUp ? 'ANSWERED' : 'UNANSWERED', null];
}

function expected(given: Case): object {
  const [resolution, by] = resolutionOf(given);
  const seen = given.state === 'VISIBLE';
  return {
    resolution,
    by,
    unanswered: resolution === 'UNANSWERED',
    dated: resolution === 'SOLVED',
    answers: seen ? 1 : 0,
    answered: seen && !given.followUp,
  };
}

/** A topic with one answer, by their keys. */
interface Place {
  readonly topicKey: string;
  readonly answerKey: string;
}

describe('the resolution', () => {
  let house: TestApp;
  let community: TestCommunity;
  let talk: Conversation;
  let back: Backstage;
  let ann: TestUser;
  let ben: TestUser;
  let viewer: Viewer;

  beforeAll(async () => {
    house = await TestApp.start();
    community = await house.founder.community();
    talk = new Conversation(community);
    back = new Backstage(house, community);
    ann = await house.founder.member(house.url, community);
    ben = await house.founder.member(house.url, community);
    const credential = { userId: null, scopes: ['read'] as const, actAs: null };
    viewer = (await house.app.get(ViewersService).byCommunityId(community.key, credential)) as Viewer;
  });
  afterAll(() => house.stop());

  const refresh = async (...topicKeys: string[]): Promise<void> => {
    await house.app
      .get(Transactor)
      .run(community.key, (tx) => house.app.get(TopicTally).refresh(tx, viewer, topicKeys));
  };
  /** Gives each topic, with its one answer, a case. */
  const give = async (places: readonly Place[], cases: readonly Case[]): Promise<void> => {
    const given = JSON.stringify(places.map((place, i) => ({ ...place, ...cases[i % cases.length] })));
    const record = `jsonb_to_recordset($1) AS c ("topicKey" uuid, "answerKey" uuid, state text, "followUp" boolean,
      solved boolean, official boolean, stars int, status text)`;
    await house.founder.sql(
      community.key,
      `UPDATE answers a SET state = c.state, follow_up = c."followUp", solved = c.solved, official = c.official,
         star_count = c.stars, trusted_star_count = c.stars FROM ${record} WHERE a.id = c."answerKey"`,
      [given],
    );
    await house.founder.sql(
      community.key,
      `UPDATE topics t SET status = c.status FROM ${record} WHERE t.id = c."topicKey"`,
      [given],
    );
    await refresh(...places.map(({ topicKey }) => topicKey));
  };
  const found = async (places: readonly Place[]): Promise<unknown[]> => {
    const rows = await house.founder.sql<{ id: string; is: object }>(
      community.key,
      `SELECT id, jsonb_build_object('resolution', resolution, 'by', resolved_by, 'unanswered', unanswered,
         'dated', resolved_at IS NOT NULL, 'answers', answer_count, 'answered', first_answer_at IS NOT NULL) AS is
       FROM topics WHERE id = ANY ($1)`,
      [places.map(({ topicKey }) => topicKey)],
    );
    const byKey = new Map(rows.map(({ id, is }) => [id, is]));
    return places.map(({ topicKey }) => byKey.get(topicKey));
  };
  /** So many topics with one answer each, like one that was asked and answered over the API. */
  const places = async (count: number): Promise<Place[]> => {
    const topicId = await talk.ask(ann);
    const answerId = await talk.answer(ben, topicId);
    const made = Array.from({ length: count }, () => ({ topicKey: newId(), answerKey: newId() }));
    const copy = (table: string, changes: string) =>
      house.founder.sql(
        community.key,
        `INSERT INTO ${table} SELECT (jsonb_populate_record(x, ${changes})).*
         FROM ${table} x, jsonb_to_recordset($1) AS n ("topicKey" uuid, "answerKey" uuid) WHERE x.id = $2`,
        [JSON.stringify(made), keyOf(table === 'topics' ? topicId : answerId)],
      );
    await copy('topics', `jsonb_build_object('id', n."topicKey", 'code', n."topicKey")`);
    await copy('answers', `jsonb_build_object('id', n."answerKey", 'topic_id', n."topicKey")`);
    return made;
  };
  const resolve = async (given: Case, place: Place): Promise<unknown> => {
    await give([place], [given]);
    return (await found([place]))[0];
  };

  it(`is what the product says in each of ${CASES.length} cases, whatever the topic was before`, async () => {
    const made = await places(CASES.length);
    for (const shift of [0, 1, 97, 400]) {
      const cases = [...CASES.slice(shift), ...CASES.slice(0, shift)];
      await give(made, cases);
      const is = await found(made);
      expect(is.map((answer, i) => ({ ...cases[i], is: answer }))).toEqual(
        cases.map((given) => ({ ...given, is: expected(given) })),
      );
    }
    await give(made, [BARE]);
    expect(new Set((await found(made)).map((is) => JSON.stringify(is))).size).toBe(1);
    expect((await found(made))[0]).toEqual(expected(BARE));
  });

  it('takes the best of several answers, and nothing from two that are half starred', async () => {
    const topicId = await talk.ask(ann);
    const answers = [await talk.answer(ben, topicId), await talk.answer(ben, topicId)];
    for (const answerId of answers)
      await back.rows(`UPDATE answers SET star_count = 2, trusted_star_count = 2 WHERE id = $1`, answerId);
    await refresh(keyOf(topicId));
    const resolution = () => back.rows(`SELECT resolution, resolved_by FROM topics WHERE id = $1`, topicId);
    expect(await resolution()).toEqual([{ resolution: 'ANSWERED', resolved_by: null }]);
    await back.rows(`UPDATE answers SET solved = true WHERE id = $1`, answers[1] ?? '');
    await back.rows(`UPDATE answers SET official = true WHERE id = $1`, answers[0] ?? '');
    await refresh(keyOf(topicId));
    expect(await resolution()).toEqual([{ resolution: 'SOLVED', resolved_by: 'ASKER' }]);
  });

  it('keeps the moment it was first solved, whoever says so later, and forgets it when it is not', async () => {
    const [place] = (await places(1)) as [Place];
    const moment = async (change: Partial<Case>): Promise<Date | null | undefined> => {
      await give([place], [{ ...BARE, ...change }]);
      const text = 'SELECT resolved_at AS at FROM topics WHERE id = $1';
      return (await house.founder.sql<{ at: Date | null }>(community.key, text, [place.topicKey]))[0]?.at;
    };
    const first = await moment({ official: true });
    expect(first).toBeInstanceOf(Date);
    expect(await moment({ solved: true })).toEqual(first);
    expect(await moment({ stars: 3 })).toEqual(first);
    expect(await moment({})).toBeNull();
    expect(await moment({ official: true })).not.toEqual(first);
  });

  it('needs as many readers as the community wants', async () => {
    const [place] = (await places(1)) as [Place];
    viewer = { ...viewer, community: { ...viewer.community, settings: { readersToSolve: 1 } } };
    expect(await resolve({ ...BARE, stars: 1 }, place)).toMatchObject({ by: 'READERS' });
    viewer = { ...viewer, community: { ...viewer.community, settings: {} } };
    expect(await resolve({ ...BARE, stars: 1 }, place)).toMatchObject({ by: null });
  });

  it('leaves the order of answers: official, then solved, then by trusted stars, then by age', async () => {
    const topicId = await talk.ask(ann);
    const made: string[] = [];
    for (let i = 0; i < 7; i++) made.push(await talk.answer(ben, topicId, `Answer ${i}.`));
    const set = (i: number, change: string) => back.rows(`UPDATE answers SET ${change} WHERE id = $1`, made[i] ?? '');
    await set(6, 'official = true');
    await set(3, 'solved = true');
    await set(5, 'solved = true, star_count = 1, trusted_star_count = 1');
    await set(1, 'star_count = 9');
    await set(2, 'star_count = 2, trusted_star_count = 2');
    await set(4, 'star_count = 2, trusted_star_count = 2');
    const ANSWERS = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) { topic(id: $id) {
      answers(first: $first, after: $after, last: $last, before: $before) { nodes { body } pageInfo { endCursor startCursor hasNextPage } } } }`;
    type Page = {
      nodes: { body: string }[];
      pageInfo: { endCursor: string; startCursor: string; hasNextPage: boolean };
    };
    const page = async (more: object): Promise<Page> =>
      (await ben.ask<{ topic: { answers: Page } }>(ANSWERS, { id: topicId, ...more })).topic.answers;
    const order = [6, 5, 3, 2, 4, 0, 1].map((i) => ({ body: `Answer ${i}.` }));
    expect((await page({})).nodes).toEqual(order);
    const walked: object[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { nodes, pageInfo } = await page({ first: 2, after });
      walked.push(...nodes);
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(walked).toEqual(order);
    const { pageInfo } = await page({ last: 2 });
    expect((await page({ last: 3, before: pageInfo.startCursor })).nodes).toEqual(order.slice(2, 5));
  });
});
