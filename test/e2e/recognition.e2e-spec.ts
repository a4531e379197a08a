import { randomUUID } from 'node:crypto';
import { Backstage } from '../support/backstage';
import type { TestCommunity } from '../support/founder';
import { statementsOf } from '../support/statements';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const RECOGNISE = `mutation ($input: RecogniseMemberInput!) {
  recogniseMember(input: $input) { id kind badge note withdrawnAt member { id role badges { name } } givenBy { id } } }`;
const WITHDRAW = 'mutation ($input: WithdrawBadgeInput!) { withdrawBadge(input: $input) { id withdrawnAt } }';
const LIST = `query ($id: ID!, $member: ID) { recognitions(communityId: $id, memberId: $member) { nodes { kind note badge } } }`;
const BADGES = `query ($slug: String!) { community(slug: $slug) { members(first: 30) { nodes { badges { name since } } } } }`;
const NODE = 'query ($id: ID!) { node(id: $id) { ... on Recognition { note } } }';

interface Recognised {
  readonly recogniseMember: { readonly id: string };
}

describe('recognition', () => {
  let house: TestApp;
  let community: TestCommunity;
  let back: Backstage;
  let lead: TestUser;
  let ann: TestUser;
  let bob: TestUser;

  beforeAll(async () => {
    house = await TestApp.start();
    community = await house.founder.community();
    back = new Backstage(house, community);
    lead = await house.founder.member(house.url, community, { role: 'LEAD' });
    [ann, bob] = await Promise.all([
      house.founder.member(house.url, community),
      house.founder.member(house.url, community),
    ]);
  });
  afterAll(() => house.stop());

  const input = (more: object = {}) => ({
    input: { memberId: ann.memberId, idempotencyKey: randomUUID(), kind: 'THANKS', note: 'For March.', ...more },
  });

  it('thanks in words, to the member and leads alone', async () => {
    const { recogniseMember } = await lead.ask<Recognised>(RECOGNISE, input());
    expect(recogniseMember).toMatchObject({
      ...{ kind: 'THANKS', badge: null, note: 'For March.', withdrawnAt: null },
      member: { id: ann.memberId, role: 'CUSTOMER', badges: [] },
      givenBy: { id: lead.memberId },
    });
    const mine = { recognitions: { nodes: [{ kind: 'THANKS', note: 'For March.', badge: null }] } };
    const id = community.id;
    expect(await ann.ask(LIST, { id })).toEqual(mine);
    expect(await lead.ask(LIST, { id, member: ann.memberId })).toEqual(mine);
    expect(await bob.ask(LIST, { id })).toEqual({ recognitions: { nodes: [] } });
    expect(await bob.codeOf(LIST, { id, member: ann.memberId })).toBe('FORBIDDEN');
    expect(await bob.ask(NODE, { id: recogniseMember.id })).toEqual({ node: null });
    expect(await ann.ask(NODE, { id: recogniseMember.id })).toEqual({ node: { note: 'For March.' } });
    expect(await back.eventsOf(ann.memberId)).toContain('member.recognised');
  });

  it('makes a champion of a customer, and of nobody else', async () => {
    const carl = await house.founder.member(house.url, community);
    const given = await lead.ask(RECOGNISE, input({ memberId: carl.memberId, kind: 'CHAMPION' }));
    expect(given).toMatchObject({ recogniseMember: { member: { role: 'CHAMPION' } } });
    expect(await back.eventsOf(carl.memberId)).toEqual(
      expect.arrayContaining(['member.role_set', 'member.recognised']),
    );
    const before = await back.rows('SELECT FROM recognitions');
    expect(await lead.codeOf(RECOGNISE, input({ memberId: carl.memberId, kind: 'CHAMPION' }))).toBe('INVALID_INPUT');
    expect(await back.rows('SELECT FROM recognitions')).toHaveLength(before.length);
  });

  it('gives a badge that all see, once, and takes it back', async () => {
    const badge = { kind: 'BADGE', badge: 'Calendar guide' };
    const all = await Promise.all(Array.from({ length: 50 }, () => lead.send<Recognised>(RECOGNISE, input(badge))));
    const given = all.filter(({ errors }) => !errors);
    expect(given).toHaveLength(1);
    expect(new Set(all.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.code) ?? []))).toEqual(
      new Set(['INVALID_INPUT']),
    );
    const seen = await bob.ask<{ community: { members: { nodes: { badges: { name: string }[] }[] } } }>(BADGES, {
      slug: community.slug,
    });
    expect(seen.community.members.nodes.flatMap(({ badges }) => badges.map(({ name }) => name))).toEqual([
      'Calendar guide',
    ]);
    const { id } = given[0]!.data.recogniseMember;
    const again = { input: { recognitionId: id } };
    expect(await lead.ask(WITHDRAW, again)).toEqual({ withdrawBadge: { id, withdrawnAt: expect.any(String) } });
    const at = await lead.ask(WITHDRAW, again);
    expect(await lead.ask(WITHDRAW, again)).toEqual(at);
    expect(await lead.ask(RECOGNISE, input(badge))).toMatchObject({ recogniseMember: { badge: 'Calendar guide' } });
  });

  it('gives the same back for the same key', async () => {
    const call = input();
    const first = await lead.ask(RECOGNISE, call);
    expect(await lead.ask(RECOGNISE, call)).toEqual(first);
    expect(await lead.codeOf(RECOGNISE, { input: { ...call.input, note: 'Else.' } })).toBe('IDEMPOTENCY_MISMATCH');
  });

  it('is refused: oneself, a badge without a name, a name without a badge, words that are none, and by others', async () => {
    for (const wrong of [
      { memberId: lead.memberId },
      { kind: 'BADGE' },
      { kind: 'BADGE', badge: ' ' },
      { badge: 'Guide' },
      { note: ' ' },
      { note: 'x'.repeat(501) },
    ]) {
      expect(await lead.codeOf(RECOGNISE, input(wrong))).toBe('INVALID_INPUT');
    }
    const rep = await house.founder.member(house.url, community, { role: 'REPRESENTATIVE' });
    expect(await rep.codeOf(RECOGNISE, input())).toBe('FORBIDDEN');
    const elsewhere = await house.founder.community();
    const stranger = await house.founder.member(house.url, elsewhere);
    expect(await lead.codeOf(RECOGNISE, input({ memberId: stranger.memberId }))).toBe('FORBIDDEN');
    const { recogniseMember } = await lead.ask<Recognised>(RECOGNISE, input());
    expect(await lead.codeOf(WITHDRAW, { input: { recognitionId: recogniseMember.id } })).toBe('INVALID_INPUT');
  });

  it('reads the badges of a page of members in one statement', async () => {
    const sent = await statementsOf(() => bob.ask(BADGES, { slug: community.slug }));
    expect(sent.filter((text) => text.includes('FROM recognitions'))).toHaveLength(1);
  });
});
