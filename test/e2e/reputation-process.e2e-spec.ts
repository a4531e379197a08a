import { randomUUID } from 'node:crypto';
import {
  AnomalyFindingService,
  foldLedger,
  LedgerReader,
  type Epoch,
  WordList,
  type LedgerEntry,
  type ScoreLine,
} from '@app/reputation';
import { Backstage, keyOf } from '../support/backstage';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { mutation } from '../support/mutation';
import { statementsOf } from '../support/statements';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const STAR = mutation('starAnswer', 'id', 'StarInput');
const ANOMALIES = `query ($id: ID!, $state: AnomalyState) { reputationAnomalies(communityId: $id, state: $state) { nodes {
  id kind state because note memberCount confirmationCount subject { id } members { id }
  confirmations(first: 2) { nodes { kind actor { id } subject { id } topic { id } } pageInfo { hasNextPage } } } } }`;
const MINE = `query ($id: ID!) { myReputation(communityId: $id) { value heldCount reversedCount
  lines(first: 30) { nodes { id standing decisions { kind note } } } } }`;
const DISPUTE = mutation('disputeReputation', 'id reason outcome member { id }');
const DECIDE = mutation('decideDispute', 'id outcome note');
const DISPUTES =
  'query ($id: ID!) { reputationDisputes(communityId: $id) { nodes { id reason confirmation { kind actor { id } } } } }';
const OWN =
  'query ($id: ID!) { myReputationDisputes(communityId: $id) { nodes { reason outcome note confirmation { kind } } } }';

interface Anomaly {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
}

interface Ledger {
  readonly myReputation: {
    readonly heldCount: number;
    readonly reversedCount: number;
    readonly lines: { readonly nodes: readonly { id: string; standing: string; decisions: object[] }[] };
  };
}

describe('what leads decide about the ledger', () => {
  let house: TestApp;
  let community: TestCommunity;
  let back: Backstage;
  let finding: AnomalyFindingService;
  let ledger: LedgerReader;
  let lead: TestUser;

  beforeAll(async () => {
    house = await TestApp.start();
    finding = house.app.get(AnomalyFindingService, { strict: false });
    ledger = house.app.get(LedgerReader, { strict: false });
  });
  beforeEach(async () => {
    community = await house.founder.community();
    back = new Backstage(house, community);
    lead = await house.founder.member(house.url, community, { role: 'LEAD' });
  });
  afterAll(() => house.stop());

  const member = (): Promise<TestUser> => house.founder.member(house.url, community);
  const anomalies = async (state = 'OPEN'): Promise<Anomaly[]> => {
    const { reputationAnomalies } = await lead.ask<{ reputationAnomalies: { nodes: Anomaly[] } }>(ANOMALIES, {
      id: community.id,
      state,
    });
    return reputationAnomalies.nodes;
  };
  const decide = (name: string, anomalyId: string, user = lead): Promise<string> =>
    user.codeOf(mutation(name, 'id state', 'DecideAnomalyInput'), { input: { anomalyId, note: 'Looked at it.' } });
  /** Made accounts, each of which stars the answers. */
  const ring = async (count: number, answerIds: readonly string[]): Promise<void> => {
    await house.founder.sql(
      community.key,
      `WITH made AS (
         INSERT INTO members (community_id, id, handle, display_name, role)
         SELECT $1, gen_random_uuid(), 'sock' || i || substr(md5(random()::text), 1, 8), 'Sock', 'CUSTOMER'
         FROM generate_series(1, $2::int) i RETURNING id)
       INSERT INTO stars (community_id, answer_id, member_id, trusted)
       SELECT $1, a, made.id, false FROM made, unnest($3::uuid[]) a`,
      [community.key, count, answerIds.map(keyOf)],
    );
  };
  /** Scores where everybody's word counts in full, so that nothing but decisions moves them. */
  const scores = async (): Promise<ScoreLine[]> => {
    const entries: LedgerEntry[] = [];
    for await (const part of ledger.entriesOf(community.key)) entries.push(...part);
    const words = new Map(entries.map(({ actorId }) => [actorId ?? '', { weight: 1, sources: new Map() }]));
    const epoch: Epoch = { number: 1, ruleVersion: 1, words: WordList.from(words) };
    return foldLedger(entries, epoch);
  };
  const worth = (lines: readonly ScoreLine[]): [string, number][] =>
    lines.map(({ entryId, value }): [string, number] => [entryId, value]).toSorted();
  const mine = async (user: TestUser): Promise<Ledger['myReputation']> =>
    (await user.ask<Ledger>(MINE, { id: community.id })).myReputation;

  const helped = async (): Promise<{ helper: TestUser; asker: TestUser; answerId: string; topicId: string }> => {
    const [asker, helper] = await Promise.all([member(), member()]);
    const talk = new Conversation(community);
    const topicId = await talk.ask(asker);
    const answerId = await talk.answer(helper, topicId);
    return { helper, asker, answerId, topicId };
  };

  it('a ring of 100 made accounts stands in the list, is reversed at once, and comes back bit for bit', async () => {
    const { helper, asker, answerId } = await helped();
    await asker.ask(STAR, { input: { answerId } });
    const clean = worth(await scores());
    await ring(100, [answerId]);
    const attacked = worth(await scores());
    await finding.find(community.key);
    const [one, ...others] = await anomalies();
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      ...{ kind: 'ONE_WAY', state: 'OPEN', memberCount: 100, confirmationCount: 100, subject: { id: helper.memberId } },
      because: '100 accounts that have written nothing gave 100 stars, all of them to one member.',
      confirmations: {
        nodes: [{ kind: 'STAR', subject: { id: helper.memberId } }, {}],
        pageInfo: { hasNextPage: true },
      },
    });

    expect(await decide('reverseAnomaly', one!.id)).toBe('OK');
    expect(
      await back.rows(
        `SELECT run_at <= now() AS due FROM graphile_worker.jobs WHERE key = 'renew_trust:${community.key}'`,
      ),
    ).toEqual([{ due: true }]);
    expect(worth(await scores()).filter(([, value]) => value > 0)).toEqual(clean);
    expect(await mine(helper)).toMatchObject({ reversedCount: 100 });
    await finding.find(community.key);
    expect(await anomalies()).toEqual([]);
    expect(await anomalies('REVERSED')).toHaveLength(1);
    expect(await decide('reverseAnomaly', one!.id)).toBe('INVALID_INPUT');

    expect(await decide('takeBackReversal', one!.id)).toBe('OK');
    expect(worth(await scores())).toEqual(attacked);
    expect(await mine(helper)).toMatchObject({ reversedCount: 0 });
    await finding.find(community.key);
    expect(await anomalies()).toEqual([]);
    expect(await anomalies('DISMISSED')).toMatchObject([{ id: one!.id, note: 'Looked at it.' }]);
    expect(await back.eventsOf(one!.id)).toEqual(['reputation.anomaly_decided', 'reputation.anomaly_decided']);

    // More of the same is news again.
    await ring(20, [answerId]);
    await finding.find(community.key);
    expect(await anomalies()).toMatchObject([{ kind: 'ONE_WAY', memberCount: 120 }]);
  });

  it('lets one of 50 leads who decide at once win', async () => {
    const { answerId } = await helped();
    await ring(12, [answerId]);
    await finding.find(community.key);
    const [one] = await anomalies();
    const codes = await Promise.all(Array.from({ length: 50 }, () => decide('reverseAnomaly', one!.id)));
    expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
    expect(await back.rows(`SELECT FROM reputation_entries WHERE kind = 'REVERSAL'`)).toHaveLength(12);
  });

  it('tells once of what two jobs find at the same time, and lets go of what is taken back', async () => {
    const { answerId } = await helped();
    await ring(12, [answerId]);
    await Promise.all([finding.find(community.key), finding.find(community.key)]);
    expect(await anomalies()).toHaveLength(1);
    const told = await back.rows(`SELECT FROM domain_events WHERE type = 'reputation.anomaly_found'`);
    expect(told).toHaveLength(1);
    await back.rows('DELETE FROM stars WHERE answer_id = $1', answerId);
    await finding.find(community.key);
    expect(await anomalies()).toEqual([]);
    expect(await anomalies('GONE')).toHaveLength(1);
  });

  it('holds bursts until a lead has looked', async () => {
    const { helper, topicId, asker } = await helped();
    const talk = new Conversation(community);
    const answers = [];
    for (let i = 0; i < 6; i += 1) answers.push(await talk.answer(helper, topicId, `Way ${i}.`));
    for (const answerId of answers) await asker.ask(STAR, { input: { answerId } });
    expect(await mine(helper)).toMatchObject({ heldCount: 6 });
    await finding.find(community.key);
    const [burst] = await anomalies();
    expect(burst).toMatchObject({ kind: 'BURST', memberCount: 1, confirmationCount: 6 });
    expect(await decide('dismissAnomaly', burst!.id)).toBe('OK');
    expect(await mine(helper)).toMatchObject({ heldCount: 0 });
  });

  it('is for leads, and not about themselves', async () => {
    const { helper, answerId } = await helped();
    await ring(12, [answerId]);
    await finding.find(community.key);
    const [one] = await anomalies();
    const rep = await house.founder.member(house.url, community, { role: 'REPRESENTATIVE' });
    for (const user of [helper, rep]) {
      expect(await user.codeOf(ANOMALIES, { id: community.id })).toBe('FORBIDDEN');
      expect(await decide('reverseAnomaly', one!.id, user)).toBe('FORBIDDEN');
      expect(await user.ask('query ($id: ID!) { node(id: $id) { id } }', { id: one!.id })).toEqual({ node: null });
    }
    await back.rows(`UPDATE members SET role = 'LEAD' WHERE id = $1`, helper.memberId);
    expect(await decide('reverseAnomaly', one!.id, helper)).toBe('INVALID_INPUT');
    const read = () => anomalies();
    expect((await statementsOf(read)).length).toBeLessThanOrEqual(10);
  });

  it('lets members contest a line of their own, once, and tells them the outcome', async () => {
    const { helper, asker, answerId } = await helped();
    await asker.ask(STAR, { input: { answerId } });
    const [line] = (await mine(helper)).lines.nodes;
    const input = () => ({ input: { entryId: line!.id, idempotencyKey: randomUUID(), reason: 'It is worth more.' } });
    expect(await asker.codeOf(DISPUTE, input())).toBe('NOT_FOUND');
    const all = await Promise.all(Array.from({ length: 50 }, () => helper.codeOf(DISPUTE, input())));
    expect(all.filter((code) => code === 'OK')).toHaveLength(1);
    expect(new Set(all)).toEqual(new Set(['OK', 'INVALID_INPUT']));
    expect(await helper.codeOf(DISPUTES, { id: community.id })).toBe('FORBIDDEN');
    const { reputationDisputes } = await lead.ask<{ reputationDisputes: { nodes: { id: string }[] } }>(DISPUTES, {
      id: community.id,
    });
    expect(reputationDisputes.nodes).toMatchObject([
      { reason: 'It is worth more.', confirmation: { kind: 'STAR', actor: { id: asker.memberId } } },
    ]);
    const [{ id }] = reputationDisputes.nodes as [{ id: string }];
    // Nobody's word but trust is missing: no lead can say that it counts.
    const counted = { input: { disputeId: id, outcome: 'COUNTED', note: 'Yes.' } };
    expect(await lead.codeOf(DECIDE, counted)).toBe('INVALID_INPUT');
    expect((await mine(helper)).lines.nodes).toMatchObject([{ decisions: [] }]);
    const decision = { input: { disputeId: id, outcome: 'KEPT', note: 'A star is a star.' } };
    expect(await helper.codeOf(DECIDE, decision)).toBe('FORBIDDEN');
    expect(await lead.codeOf(DECIDE, decision)).toBe('OK');
    expect(await lead.codeOf(DECIDE, decision)).toBe('INVALID_INPUT');
    expect(await helper.ask(OWN, { id: community.id })).toEqual({
      myReputationDisputes: {
        nodes: [{ reason: 'It is worth more.', outcome: 'KEPT', note: 'A star is a star.', confirmation: null }],
      },
    });
    const [after] = (await mine(helper)).lines.nodes;
    expect(after).toMatchObject({ decisions: [{ kind: 'KEPT', note: 'A star is a star.' }] });
  });

  it('gives back by a dispute what a reversal took', async () => {
    const { helper, asker, answerId } = await helped();
    await asker.ask(STAR, { input: { answerId } });
    await ring(12, [answerId]);
    await finding.find(community.key);
    const [one] = await anomalies();
    await decide('reverseAnomaly', one!.id);
    const taken = (await mine(helper)).lines.nodes.find(({ standing }) => standing === 'REVERSED');
    const input = { entryId: taken!.id, idempotencyKey: randomUUID(), reason: 'This was a customer.' };
    const { disputeReputation } = await helper.ask<{ disputeReputation: { id: string } }>(DISPUTE, { input });
    const decision = { disputeId: disputeReputation.id, outcome: 'COUNTED', note: 'It was.' };
    expect(await lead.codeOf(DECIDE, { input: decision })).toBe('OK');
    expect(await mine(helper)).toMatchObject({ reversedCount: 11 });
    const line = (await mine(helper)).lines.nodes.find(({ standing }) => standing === 'NO_TRUST');
    const wrong = { entryId: line!.id, idempotencyKey: randomUUID(), reason: ' ' };
    expect(await helper.codeOf(DISPUTE, { input: wrong })).toBe('INVALID_INPUT');
  });

  it('never lets count what was taken back, what the rules refuse, or what is released already', async () => {
    const { helper, asker, answerId, topicId } = await helped();
    const talk = new Conversation(community);
    const contest = async (entryId: string): Promise<string> => {
      const input = { entryId, idempotencyKey: randomUUID(), reason: 'It should count.' };
      const { disputeReputation } = await helper.ask<{ disputeReputation: { id: string } }>(DISPUTE, { input });
      return disputeReputation.id;
    };
    const rule = (disputeId: string, outcome: string): Promise<string> =>
      lead.codeOf(DECIDE, { input: { disputeId, outcome, note: 'Looked at it.' } });
    const lines = async (standing: string) =>
      (await mine(helper)).lines.nodes.filter((line) => line.standing === standing);
    const written = (): Promise<object[]> => back.rows(`SELECT FROM reputation_entries WHERE names_id IS NOT NULL`);

    // A mark that was taken back, before and after a lead reversed it as well.
    await asker.ask(STAR, { input: { answerId } });
    const [star] = await lines('NO_TRUST');
    const first = await contest(star!.id);
    await asker.ask(mutation('takeBackStar', 'id', 'StarInput'), { input: { answerId } });
    expect(await written()).toHaveLength(1);
    expect(await rule(first, 'COUNTED')).toBe('INVALID_INPUT');
    expect(await rule(first, 'REVERSED')).toBe('OK');
    const second = await contest(star!.id);
    expect(await rule(second, 'COUNTED')).toBe('INVALID_INPUT');
    expect(await written()).toHaveLength(2);
    expect(await rule(second, 'KEPT')).toBe('OK');
    expect(await lines('REVERSED')).toMatchObject([{ id: star!.id }]);

    // What the rules refuse, whoever is asked.
    const own = await talk.answer(helper, await talk.ask(helper));
    await asker.ask(STAR, { input: { answerId: own } });
    const [refused] = await lines('OWN_TOPIC');
    const third = await contest(refused!.id);
    expect(await rule(third, 'COUNTED')).toBe('INVALID_INPUT');
    expect(await lines('OWN_TOPIC')).toMatchObject([{ decisions: [] }]);

    // What is held is released, once; whoever takes their star back then takes all of it.
    const answers = [];
    for (let i = 0; i < 6; i += 1) answers.push(await talk.answer(helper, topicId, `Way ${i}.`));
    for (const id of answers) await asker.ask(STAR, { input: { answerId: id } });
    const [held, ...others] = await lines('HELD');
    expect(others).toHaveLength(5);
    expect(await rule(await contest(held!.id), 'COUNTED')).toBe('OK');
    expect((await lines('NO_TRUST')).map(({ id }) => id)).toEqual([held!.id]);
    const again = await contest(held!.id);
    expect(await rule(again, 'COUNTED')).toBe('INVALID_INPUT');
    await asker.ask(mutation('takeBackStar', 'id', 'StarInput'), { input: { answerId: answers.at(-1) } });
    expect(await rule(again, 'COUNTED')).toBe('INVALID_INPUT');
    expect(await lines('REVERSED')).toMatchObject([{ id: held!.id }, { id: star!.id }]);
  });
});
