import { Backstage } from '../support/backstage';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { statementsOf } from '../support/statements';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const WINDOW = { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' };
const CARRY = `query ($id: ID!, $from: DateTime, $to: DateTime, $member: ID, $after: String) {
  superfanCarry(communityId: $id, from: $from, to: $to) {
    answerers total byMembers byStaff byNobody busFactor formula shares { percent people solved share }
    carriers(first: 1, after: $after) { nodes { solved member { id } } pageInfo { hasNextPage endCursor } }
    solvedTopics(memberId: $member) { nodes { topic { id } solvedBy { id } } } } }`;
const VALUE = `query ($id: ID!, $from: DateTime, $to: DateTime, $member: ID, $cost: ValueRangeInput, $share: ShareRangeInput, $spent: Float) {
  superfanValue(communityId: $id, from: $from, to: $to, memberId: $member, contactCost: $cost, contactShare: $share, programmeCost: $spent) {
    low mid high solved solvedViews formula
    assumptions { contactCost { low mid high } contactShare { low mid high } viewShare { low mid high } programmeCost } } }`;

interface Answered {
  readonly superfanCarry: {
    readonly carriers: { readonly nodes: object[]; readonly pageInfo: { readonly endCursor: string } };
    readonly solvedTopics: { readonly nodes: object[] };
  };
}

describe('what superfans carry, and its value', () => {
  let house: TestApp;
  let community: TestCommunity;
  let back: Backstage;
  let [ann, bob, cem, rep, lead]: TestUser[] = [];
  const topics: string[] = [];

  const solve = async (by: 'ASKER' | 'STAFF', answerer: TestUser, at: string): Promise<void> => {
    const say = new Conversation(community);
    const topicId = await say.ask(ann!);
    const answerId = await say.answer(answerer, topicId);
    await back.setTopic(topicId, `resolution = 'SOLVED', resolved_by = '${by}', resolved_at = '${at}'`);
    const mark = by === 'STAFF' ? 'official' : 'solved';
    await back.rows(`UPDATE answers SET ${mark} = true, created_at = '2026-01-02T00:00:00Z' WHERE id = $1`, answerId);
    topics.push(topicId);
  };

  beforeAll(async () => {
    house = await TestApp.start();
    community = await house.founder.community();
    back = new Backstage(house, community);
    [ann, bob, cem] = await Promise.all([1, 2, 3].map(() => house.founder.member(house.url, community)));
    rep = await house.founder.member(house.url, community, { role: 'REPRESENTATIVE' });
    lead = await house.founder.member(house.url, community, { role: 'LEAD' });
    await solve('ASKER', bob!, '2026-01-05T00:00:00Z');
    await solve('ASKER', bob!, '2026-01-06T00:00:00Z');
    await solve('STAFF', cem!, '2026-01-07T00:00:00Z');
    await solve('STAFF', rep, '2026-01-08T00:00:00Z');
    // What the asker found out alone, and what was solved after the window.
    await solve('ASKER', ann!, '2026-01-09T00:00:00Z');
    await solve('ASKER', bob!, '2026-02-01T00:00:00Z');
    await back.rows(
      `INSERT INTO topic_view_days SELECT community_id, '2026-01-10', id, 40, 5 FROM topics WHERE id = $1`,
      topics[0]!,
    );
    await back.rows(
      `INSERT INTO topic_view_days SELECT community_id, '2026-02-01', id, 900, 5 FROM topics WHERE id = $1`,
      topics[0]!,
    );
  });
  afterAll(() => house.stop());

  const carry = (more: object = {}): Promise<Answered> =>
    lead!.ask<Answered>(CARRY, { id: community.id, ...WINDOW, ...more });

  it('is counted as the rows say, people of the company apart', async () => {
    const { superfanCarry } = await carry();
    expect(superfanCarry).toMatchObject({
      ...{ answerers: 2, total: 5, byMembers: 3, byStaff: 1, byNobody: 1, busFactor: 1 },
      shares: [1, 3, 10].map((percent) => ({ percent, people: 1, solved: 2, share: 0.4 })),
      formula: expect.stringContaining('bus factor'),
    });
    expect(superfanCarry.carriers.nodes).toEqual([{ solved: 2, member: { id: bob!.memberId } }]);
    const next = await carry({ after: superfanCarry.carriers.pageInfo.endCursor });
    expect(next.superfanCarry.carriers.nodes).toEqual([{ solved: 1, member: { id: cem!.memberId } }]);
  });

  it('shows the topics behind it, all or those of one member', async () => {
    expect((await carry()).superfanCarry.solvedTopics.nodes).toHaveLength(5);
    const { solvedTopics } = (await carry({ member: bob!.memberId })).superfanCarry;
    expect(solvedTopics.nodes).toEqual(
      [topics[1], topics[0]].map((id) => ({ topic: { id }, solvedBy: { id: bob!.memberId } })),
    );
  });

  it('is worth a range that says what it assumes', async () => {
    const ask = (more: object = {}) =>
      lead!.ask<{ superfanValue: object }>(VALUE, { id: community.id, ...WINDOW, ...more });
    expect((await ask()).superfanValue).toMatchObject({
      ...{ solved: 3, solvedViews: 40, low: 3 * 0.25 * 5, mid: (3 + 1) * 0.5 * 8, high: (3 + 2) * 15 },
      formula: expect.stringContaining('cost of a contact'),
      assumptions: { programmeCost: 0, viewShare: { low: 0, mid: 0.025, high: 0.05 } },
    });
    const cost = { low: 10, mid: 10, high: 10 };
    const share = { low: 1, mid: 1, high: 1 };
    expect((await ask({ member: cem!.memberId, cost, share, spent: 4 })).superfanValue).toMatchObject({
      ...{ solved: 1, solvedViews: 0, low: 6, mid: 6, high: 6 },
    });
  });

  it('refuses what makes no sense, and everybody but leads', async () => {
    const variables = { id: community.id, ...WINDOW };
    const code = (user: TestUser, query: string, more: object = {}) => user.codeOf(query, { ...variables, ...more });
    expect(await code(lead!, VALUE, { cost: { low: 3, mid: 2, high: 4 } })).toBe('INVALID_INPUT');
    expect(await code(lead!, VALUE, { share: { low: 0, mid: 0.5, high: 1.5 } })).toBe('INVALID_INPUT');
    expect(await code(lead!, CARRY, { to: WINDOW.from })).toBe('INVALID_INPUT');
    for (const user of [bob!, rep!]) {
      expect(await code(user, CARRY)).toBe('FORBIDDEN');
      expect(await code(user, VALUE)).toBe('FORBIDDEN');
    }
  });

  it('takes few statements whatever there is', async () => {
    expect((await statementsOf(() => carry())).length).toBeLessThanOrEqual(10);
  });
});
