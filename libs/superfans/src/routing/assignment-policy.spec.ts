import type { AskablePerson, OpenQuestion, RoutingMoment } from './assignment';
import { AssignmentPolicy, POLICY } from './assignment-policy';
import type { RoutedQuestion } from './routed-question';
import { Router } from './router';
import { RoutingMemory } from './routing-memory';
import { FIXED_MODEL } from './routing-model';

const DAY = 86_400_000;
const HOUR = DAY / 24;
const REGULARS = Array.from({ length: 14 }, (_, n) => `regular${n}`);
const NOW = 40 * DAY + 9 * HOUR;

function question(topicId: string, at: number, more: Partial<RoutedQuestion> = {}): RoutedQuestion {
  return { topicId, askerId: 'ann', at, productIds: [], tagIds: [], words: 10, like: [], ...more };
}

/** Regulars answer questions in turn, the first more often than the last. */
function community(): RoutingMemory {
  const memory = new RoutingMemory();
  for (let n = 0; n < 400; n++) {
    const at = n * 2.4 * HOUR;
    memory.asked(question(`t${n}`, at));
    const who = Math.floor(REGULARS.length * ((n * 0.618) % 1) ** 2);
    memory.replied({ topicId: `t${n}`, memberId: REGULARS[who]!, at: at + HOUR });
  }
  return memory;
}

function moment(open: readonly OpenQuestion[], more: Partial<RoutingMoment> = {}): RoutingMoment {
  const people = REGULARS.map((memberId): [string, AskablePerson] => [
    memberId,
    { memberId, asksLeft: 5, mutedTagIds: new Set() },
  ]);
  return {
    now: NOW,
    open,
    arrived: new Set(open.map(({ question: { topicId } }) => topicId)),
    active: new Set(),
    people: new Map(people),
    caps: { perQuestion: 5 },
    ...more,
  };
}

const policyOf = (memory = community()): AssignmentPolicy =>
  new AssignmentPolicy(new Router(memory, FIXED_MODEL), { ...POLICY, floor: 0.001, lowFloor: 0.001 });
const open = (topicId: string, more: Partial<RoutedQuestion> = {}): OpenQuestion => ({
  question: question(topicId, NOW, more),
  asked: [],
});
const LIKE = Array.from({ length: 30 }, (_, n) => ({ topicId: `t${300 + n}`, likeness: 0.9 }));

describe('the policy of asking', () => {
  it('asks those who are likeliest, never more than the caps allow, and nobody twice', () => {
    const many = Array.from({ length: 40 }, (_, n) => open(`new${n}`, { like: LIKE }));
    const asks = policyOf().decide(moment(many));
    expect(asks.length).toBeGreaterThan(20);
    const byTopic = Map.groupBy(asks, ({ topicId }) => topicId);
    for (const some of byTopic.values()) expect(some.length).toBeLessThanOrEqual(5);
    for (const some of Map.groupBy(asks, ({ memberId }) => memberId).values())
      expect(some.length).toBeLessThanOrEqual(5);
    expect(new Set(asks.map(({ topicId, memberId }) => `${topicId} ${memberId}`)).size).toBe(asks.length);
  });

  it('decides the same from the same', () => {
    const some = [open('a', { like: LIKE }), open('b')];
    expect(policyOf().decide(moment(some))).toEqual(policyOf().decide(moment(some.toReversed())));
  });

  it('asks nobody who has no asks left, is not told of, muted the tag or was asked before', () => {
    const [best] = policyOf().decide(moment([open('a', { like: LIKE })]));
    const without = (person: AskablePerson | null, more: Partial<RoutedQuestion> = {}): string[] => {
      const all = moment([open('a', { like: LIKE, ...more })]);
      const people = new Map(all.people);
      people.delete(best!.memberId);
      if (person) people.set(best!.memberId, person);
      return policyOf()
        .decide({ ...all, people })
        .map(({ memberId }) => memberId);
    };
    const known = { memberId: best!.memberId, asksLeft: 5, mutedTagIds: new Set<string>() };
    expect(without(known)).toContain(best!.memberId);
    expect(without(null)).not.toContain(best!.memberId);
    expect(without({ ...known, asksLeft: 0 })).not.toContain(best!.memberId);
    expect(without({ ...known, mutedTagIds: new Set(['x']) }, { tagIds: ['x'] })).not.toContain(best!.memberId);
    const asked = [{ topicId: 'a', memberId: best!.memberId, at: NOW - HOUR }];
    const again = policyOf().decide(moment([{ ...open('a', { like: LIKE }), asked }]));
    expect(again.map(({ memberId }) => memberId)).not.toContain(best!.memberId);
  });

  it('asks nobody any more about a question that was asked of five', () => {
    const asked = REGULARS.slice(0, 5).map((memberId) => ({ topicId: 'a', memberId, at: NOW - HOUR }));
    expect(policyOf().decide(moment([{ ...open('a'), asked }]))).toEqual([]);
  });

  it('asks who has just been seen about what waits', () => {
    const memory = community();
    const waiting = { question: question('waits', NOW - HOUR, { like: LIKE }), asked: [] };
    const round = moment([waiting], { arrived: new Set() });
    expect(policyOf(memory).decide(round)).toEqual([]);
    memory.asked(waiting.question);
    memory.replied({ topicId: 't399', memberId: 'regular0', at: NOW });
    const asks = policyOf(memory).decide({ ...round, active: new Set(['regular0']) });
    expect(asks).toMatchObject([{ topicId: 'waits', memberId: 'regular0', at: NOW }]);
    expect(asks[0]!.p).toBeGreaterThan(0);
  });

  it('asks a newcomer who is here and answered something like it', () => {
    const memory = community();
    memory.asked(question('first', NOW - 2 * HOUR));
    memory.replied({ topicId: 'first', memberId: 'newcomer', at: NOW });
    const waiting = {
      question: question('waits', NOW - HOUR, { like: [{ topicId: 'first', likeness: 0.9 }] }),
      asked: [],
    };
    const people = new Map([['newcomer', { memberId: 'newcomer', asksLeft: 5, mutedTagIds: new Set<string>() }]]);
    const round = moment([waiting], { arrived: new Set(), active: new Set(['newcomer']), people });
    expect(policyOf(memory).decide(round)).toMatchObject([{ memberId: 'newcomer', place: 'NEWCOMER' }]);
  });

  it('keeps places for others where the most active got more than their share', () => {
    const strict = { ...POLICY, floor: 1, lowFloor: 0.001 };
    const memory = community();
    const policy = new AssignmentPolicy(new Router(memory, FIXED_MODEL), strict);
    expect(policy.decide(moment([open('a', { like: LIKE })]))).toEqual([]);
    for (const topicId of ['x', 'y', 'z']) memory.askMade({ topicId, memberId: 'regular0', at: NOW });
    const asks = policy.decide(moment([open('b', { like: LIKE })]));
    expect(asks.length).toBeGreaterThan(0);
    expect(asks.every(({ place }) => place === 'SECOND_TIER')).toBe(true);
  });

  it('asks one more about what has waited for long, at whose time of day it is', () => {
    const asked = [{ topicId: 'a', memberId: 'regular0', at: NOW - 6 * HOUR, p: 0.5 }];
    const waits = { question: question('a', NOW - 6 * HOUR, { like: LIKE }), asked };
    const quiet = moment([waits], { arrived: new Set() });
    expect(policyOf().decide(quiet)).toEqual([]);
    const [ask, ...others] = policyOf().decide({ ...quiet, again: new Set(['a']) });
    expect(others).toEqual([]);
    expect(ask?.memberId).not.toBe('regular0');
    const memory = community();
    for (let n = 0; n < 60; n++) {
      // All others answer what comes at this hour; whoever was just asked never does.
      for (const memberId of REGULARS) {
        const at = Math.floor(NOW / DAY - 2) * DAY + (memberId === ask?.memberId ? 21 : 9) * HOUR;
        const topicId = `${memberId} ${n}`;
        memory.asked(question(topicId, at));
        memory.replied({ topicId, memberId, at });
      }
    }
    const later = policyOf(memory).decide({ ...quiet, again: new Set(['a']) });
    expect(later).toHaveLength(1);
    expect(later[0]?.memberId).not.toBe(ask?.memberId);
    const full = REGULARS.slice(0, 5).map((memberId) => ({ topicId: 'a', memberId, at: NOW - 6 * HOUR }));
    expect(policyOf().decide({ ...quiet, open: [{ ...waits, asked: full }], again: new Set(['a']) })).toEqual([]);
  });

  it('chooses among those who can be asked, however many others have answered more', () => {
    const memory = new RoutingMemory();
    for (let n = 0; n < 400; n++) {
      const at = n * 2.4 * HOUR;
      memory.asked(question(`t${n}`, at));
      // Thirty answer in turn, and one who has an account answers every fortieth.
      const memberId = n % 40 === 0 ? 'claimed' : `unclaimed${n % 30}`;
      memory.replied({ topicId: `t${n}`, memberId, at: at + HOUR });
    }
    const claimed = { memberId: 'claimed', asksLeft: 5, mutedTagIds: new Set<string>() };
    const people = new Map([['claimed', claimed]]);
    const policy = new AssignmentPolicy(new Router(memory, FIXED_MODEL), { ...POLICY, floor: 0.01, lowFloor: 0.0001 });
    const round = moment([open('a')], { people });
    const asks = policy.decide(round);
    expect(asks).toMatchObject([{ memberId: 'claimed', place: 'FIRST' }]);
    // Where those can be asked who answer most, they are, and nobody of whom as little is to be expected.
    const all = [
      ...people,
      ...REGULARS.map((_, n): [string, AskablePerson] => [`unclaimed${n}`, { ...claimed, memberId: `unclaimed${n}` }]),
    ];
    const others = policy.decide(moment([open('b')], { people: new Map(all) }));
    expect(others.length).toBeGreaterThan(0);
    expect(others.map(({ memberId }) => memberId)).not.toContain('claimed');
    expect(Math.min(...others.map(({ p }) => p))).toBeGreaterThan(asks[0]!.p);
  });

  it('saves asks for what is among the best of a day', () => {
    const memory = community();
    const policy = policyOf(memory);
    const one = (memberId: string, asksLeft = 1): ReadonlyMap<string, AskablePerson> =>
      new Map([[memberId, { memberId, asksLeft, mutedTagIds: new Set() }]]);
    const good = (topicId: string, at: number): OpenQuestion => ({
      question: question(topicId, at, { like: LIKE }),
      asked: [],
    });
    const common = (topicId: string, at: number): OpenQuestion => ({ question: question(topicId, at), asked: [] });
    for (let day = 41; day < 51; day++) {
      for (const hour of [15, 16, 17]) {
        const now = day * DAY + hour * HOUR;
        policy.decide(moment([good(`${day} ${hour}`, now)], { now, people: one('regular0', 0) }));
      }
    }
    const now = 51 * DAY + 8 * HOUR;
    const early = moment([common('common', now)], { now, people: one('regular0') });
    expect(policyOf(memory).decide(early)).toMatchObject([{ memberId: 'regular0' }]);
    expect(policy.decide(early)).toEqual([]);
    const late = moment([common('late', now)], { now: now + 15 * HOUR, people: one('regular0') });
    expect(policy.decide(late)).toMatchObject([{ memberId: 'regular0' }]);
  });
});
