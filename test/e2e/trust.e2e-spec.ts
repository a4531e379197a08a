import { CurrentEpoch, EpochsService, foldLedger, LedgerReader, type LedgerEntry } from '@app/reputation';
import { Backstage, keyOf } from '../support/backstage';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { mutation } from '../support/mutation';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const STAR = mutation('starAnswer', 'id', 'StarInput');
const VOUCH = mutation('vouchFor', 'id', 'VouchForInput');
const WITHDRAW = mutation('withdrawVouch', 'id', 'WithdrawVouchInput');
const VOUCHES = `query ($communityId: ID!, $first: Int, $after: String) {
  vouches(communityId: $communityId, first: $first, after: $after) {
    nodes { note isCounting member { id } voucher { id } } pageInfo { hasNextPage endCursor } } }`;

interface Vouches {
  readonly vouches: {
    nodes: { note: string; isCounting: boolean; member: { id: string }; voucher: { id: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}

type Name = 'ann' | 'ben' | 'cas' | 'rep' | 'lead';

describe('trust', () => {
  let house: TestApp;
  let community: TestCommunity;
  let talk: Conversation;
  let back: Backstage;
  let people: Record<Name, TestUser>;

  beforeAll(async () => {
    house = await TestApp.start();
  });
  afterAll(() => house.stop());

  beforeEach(async () => {
    community = await house.founder.community();
    talk = new Conversation(community);
    back = new Backstage(house, community);
    const member = (role: 'CUSTOMER' | 'REPRESENTATIVE' | 'LEAD'): Promise<TestUser> =>
      house.founder.member(house.url, community, { role });
    const [ann, ben, cas, rep, lead] = await Promise.all([
      ...[1, 2, 3].map(() => member('CUSTOMER')),
      member('REPRESENTATIVE'),
      member('LEAD'),
    ]);
    people = { ann, ben, cas, rep, lead } as Record<Name, TestUser>;
  });

  const renew = (): Promise<string> => house.app.get(EpochsService, { strict: false }).renew(community.key);
  const weightOf = async (user: TestUser): Promise<number> => {
    const { words } = await house.app.get(CurrentEpoch, { strict: false }).of(community.key);
    return words.get(keyOf(user.memberId))?.weight ?? 0;
  };
  const trustOf = async (user: TestUser): Promise<number | undefined> =>
    (await back.rows<{ trust: number }>('SELECT trust FROM members WHERE id = $1', user.memberId))[0]?.trust;
  const ledger = async (): Promise<LedgerEntry[]> => {
    const entries: LedgerEntry[] = [];
    for await (const part of house.app.get(LedgerReader, { strict: false }).entriesOf(community.key))
      entries.push(...part);
    return entries;
  };
  /** The answer of a new topic that somebody else asked. */
  const helped = async (helper: TestUser): Promise<string> => {
    const asker = await house.founder.member(house.url, community);
    return talk.answer(helper, await talk.ask(asker));
  };
  const star = (user: TestUser, answerId: string): Promise<unknown> => user.ask(STAR, { input: { answerId } });
  const jobs = (): Promise<{ at: number }[]> =>
    back.rows(`SELECT extract(epoch FROM run_at - now())::int AS at FROM graphile_worker.jobs
      WHERE key = 'renew_trust:${community.key}'`);

  it('flows from staff to those whom they confirm, and on to those whom these confirm', async () => {
    const { ann, ben, cas, rep } = people;
    await star(rep, await helped(ann));
    await star(ann, await helped(ben));
    await star(cas, await helped(ben));
    expect(await renew()).toBe('BEGUN');
    expect([await weightOf(rep), await weightOf(ann), await weightOf(ben), await weightOf(cas)]).toEqual([
      1, 0.5, 0.0125, 0,
    ]);
    expect([await trustOf(ann), await trustOf(ben), await trustOf(cas)]).toEqual([0.5, 0.0125, 0]);
    const epoch = await house.app.get(CurrentEpoch, { strict: false }).of(community.key);
    const lines = foldLedger(await ledger(), epoch);
    expect(lines.map(({ value, nothing }) => nothing ?? value / 1e6).toSorted()).toEqual([10, 5, 'NO_TRUST']);
    // Who reads the lines about one member alone, with the words of whom they name, comes to the same.
    const [reader, current] = [LedgerReader, CurrentEpoch].map((one) => house.app.get(one, { strict: false })) as [
      LedgerReader,
      CurrentEpoch,
    ];
    for (const subjectId of [ann, ben].map(({ memberId }) => keyOf(memberId))) {
      const scored = await reader.scoredAbout(community.key, subjectId);
      const people = [subjectId, ...scored.flatMap(({ actorId }) => actorId ?? [])];
      const alone = foldLedger(scored, await current.wordsOf(community.key, people));
      expect(alone).toEqual(lines.filter((line) => line.subjectId === subjectId));
      expect(alone.length).toBeGreaterThan(0);
    }
  });

  it('stays as it is until a word changes, and what a mark gave goes with the mark', async () => {
    const { ann, rep } = people;
    const answerId = await helped(ann);
    await star(rep, answerId);
    expect([await renew(), await renew()]).toEqual(['BEGUN', 'UNCHANGED']);
    await rep.ask(mutation('takeBackStar', 'id', 'StarInput'), { input: { answerId } });
    expect(await weightOf(ann)).toBe(0.5);
    expect(await renew()).toBe('BEGUN');
    expect([await weightOf(ann), await trustOf(ann)]).toEqual([0, 0]);
    const kept = await back.rows<{ epoch: number }>('SELECT DISTINCT epoch FROM trust_weights');
    expect(kept).toEqual([{ epoch: 2 }]);
  });

  it('is begun once where two processes would', async () => {
    await star(people.rep, await helped(people.ann));
    const outcomes = await Promise.all([1, 2, 3, 4].map(renew));
    expect(outcomes.filter((outcome) => outcome === 'BEGUN')).toHaveLength(1);
    expect(await back.rows('SELECT number FROM trust_epochs')).toHaveLength(1);
  });

  it('is asked for by whatever changes it, once for minutes', async () => {
    const { ann, ben, rep } = people;
    await back.rows(`SELECT graphile_worker.remove_job('renew_trust:${community.key}')`);
    expect(await jobs()).toEqual([]);
    const answerId = await helped(ann);
    expect(await jobs()).toEqual([]);
    await star(rep, answerId);
    const [job, ...more] = await jobs();
    expect(more).toEqual([]);
    expect(job?.at).toBeLessThanOrEqual(300);
    const asks = async (change: () => Promise<unknown>): Promise<number> => {
      await back.rows(`SELECT graphile_worker.remove_job('renew_trust:${community.key}')`);
      await change();
      return (await jobs()).length;
    };
    expect(await asks(() => rep.ask(VOUCH, { input: { memberId: ben.memberId } }))).toBe(1);
    expect(await asks(() => rep.ask(WITHDRAW, { input: { memberId: ben.memberId } }))).toBe(1);
    expect(await asks(() => back.rows(`UPDATE members SET role = 'CHAMPION' WHERE id = $1`, ben.memberId))).toBe(1);
    expect(await asks(() => back.rows(`UPDATE members SET bio = 'Hello' WHERE id = $1`, ben.memberId))).toBe(0);
  });

  it('comes from those whom staff vouch for, as long as who vouches speaks for the company', async () => {
    const { ann, ben, rep, lead } = people;
    await rep.ask(VOUCH, { input: { memberId: ann.memberId, note: 'Wrote the handbook.' } });
    await rep.ask(VOUCH, { input: { memberId: ann.memberId, note: 'Wrote the handbook of 2024.' } });
    await lead.ask(VOUCH, { input: { memberId: ben.memberId } });
    await renew();
    expect([await weightOf(ann), await weightOf(ben)]).toEqual([1, 1]);
    const { vouches } = await lead.ask<Vouches>(VOUCHES, { communityId: community.id });
    expect(vouches.nodes).toEqual([
      { note: '', isCounting: true, member: { id: ben.memberId }, voucher: { id: lead.memberId } },
      {
        note: 'Wrote the handbook of 2024.',
        isCounting: true,
        member: { id: ann.memberId },
        voucher: { id: rep.memberId },
      },
    ]);
    const first = await rep.ask<Vouches>(VOUCHES, { communityId: community.id, first: 1 });
    const { endCursor } = first.vouches.pageInfo;
    const second = await rep.ask<Vouches>(VOUCHES, { communityId: community.id, first: 1, after: endCursor });
    expect([...first.vouches.nodes, ...second.vouches.nodes]).toEqual(vouches.nodes);
    await back.rows(`UPDATE members SET role = 'ALUM' WHERE id = $1`, rep.memberId);
    await renew();
    expect([await weightOf(ann), await weightOf(ben)]).toEqual([0, 1]);
    const after = await lead.ask<Vouches>(VOUCHES, { communityId: community.id });
    expect(after.vouches.nodes.map(({ isCounting }) => isCounting)).toEqual([true, false]);
    expect(await back.eventsOf(ann.memberId)).toEqual(['member.vouched_for']);
  });

  it('is given by those who speak for the company, to others, and taken back by them or a lead', async () => {
    const { ann, ben, rep, lead } = people;
    const other = await house.founder.member(house.url, community, { role: 'REPRESENTATIVE' });
    const alum = await house.founder.member(house.url, community, { role: 'ALUM' });
    const input = (user: TestUser, more: object = {}): object => ({ input: { memberId: user.memberId, ...more } });
    for (const query of [VOUCH, WITHDRAW]) expect(await ann.codeOf(query, input(ben))).toBe('FORBIDDEN');
    expect(await ann.codeOf(VOUCHES, { communityId: community.id })).toBe('FORBIDDEN');
    expect(await rep.codeOf(VOUCH, input(rep))).toBe('INVALID_INPUT');
    expect(await rep.codeOf(VOUCH, input(alum))).toBe('INVALID_INPUT');
    expect(await rep.codeOf(VOUCH, input(ann, { note: 'x'.repeat(301) }))).toBe('INVALID_INPUT');
    await Promise.all([rep, other].flatMap((user) => Array.from({ length: 25 }, () => user.ask(VOUCH, input(ann)))));
    const count = async (): Promise<number> => (await back.rows('SELECT FROM vouches')).length;
    expect(await count()).toBe(2);
    expect(await back.eventsOf(ann.memberId)).toEqual(['member.vouched_for', 'member.vouched_for']);
    await rep.ask(WITHDRAW, input(ann));
    await rep.ask(WITHDRAW, input(ann));
    expect(await count()).toBe(1);
    await lead.ask(WITHDRAW, input(ann));
    expect(await count()).toBe(0);
    expect((await back.eventsOf(ann.memberId)).slice(2)).toEqual(['member.vouch_withdrawn', 'member.vouch_withdrawn']);
  });

  it('lets stars solve: by time until enough customers are trusted, by their words from then on', async () => {
    const { ann, ben, cas, rep } = people;
    const resolution = async (answer: string, by: TestUser[]): Promise<string> => {
      for (const user of by) await star(user, answer);
      const [topic] = await back.rows<{ resolved_by: string | null }>(
        'SELECT t.resolved_by FROM topics t JOIN answers a ON a.topic_id = t.id WHERE a.id = $1',
        answer,
      );
      return topic?.resolved_by ?? 'OPEN';
    };
    const helper = await house.founder.member(house.url, community);
    const crowd = await Promise.all([1, 2, 3].map(() => house.founder.member(house.url, community)));
    expect(await resolution(await helped(helper), crowd)).toBe('READERS');
    await star(rep, await helped(ann));
    await star(rep, await helped(ben));
    await renew();
    expect(await resolution(await helped(helper), crowd)).toBe('READERS');
    await star(rep, await helped(cas));
    await renew();
    expect(await resolution(await helped(helper), crowd)).toBe('OPEN');
    expect(await resolution(await helped(helper), [ann, ben, cas])).toBe('READERS');
    const champion = await house.founder.member(house.url, community, { role: 'CHAMPION', days: 0 });
    expect(await resolution(await helped(helper), [ann, ben, champion])).toBe('READERS');
  });
});
