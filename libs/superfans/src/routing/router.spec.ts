import type { RoutedQuestion } from './routed-question';
import { Router } from './router';
import { RoutingMemory } from './routing-memory';
import { FIXED_MODEL } from './routing-model';

const DAY = 86_400_000;
const HOUR = DAY / 24;

function question(topicId: string, at: number, more: Partial<RoutedQuestion> = {}): RoutedQuestion {
  return { topicId, askerId: 'ann', at, productIds: ['mail'], tagIds: [], words: 10, like: [], ...more };
}

/** Mia answers what is even, Cal what is odd, one question each three hours; Old did so long ago. */
function community(): RoutingMemory {
  const memory = new RoutingMemory();
  for (let n = 0; n < 80; n++) {
    const at = n * 3 * HOUR;
    const recent = n % 2 ? 'cal' : 'mia';
    memory.asked(question(`t${n}`, at));
    memory.replied({ topicId: `t${n}`, memberId: n < 20 ? 'old' : recent, at: at + HOUR });
  }
  return memory;
}

const NOW = 80 * 3 * HOUR;
const like = (numbers: readonly number[]) => numbers.map((n) => ({ topicId: `t${n}`, likeness: 0.9 }));

describe('the router', () => {
  it('puts first who answered the threads like the question', () => {
    const router = new Router(community(), FIXED_MODEL);
    const even = router.rank(question('new', NOW, { like: like([40, 42, 44, 46, 48]) }), NOW);
    const odd = router.rank(question('new', NOW, { like: like([41, 43, 45, 47, 49]) }), NOW);
    expect(even[0]?.memberId).toBe('mia');
    expect(odd[0]?.memberId).toBe('cal');
    expect(even[0]?.reasons).toMatchObject({ similarAnswered: 5, sameProduct: 30 });
    expect(even[0]!.p).toBeGreaterThan(even[1]!.p);
  });

  it('puts who is there before who was there long ago, of whom both answered threads like it', () => {
    const router = new Router(community(), FIXED_MODEL);
    const later = NOW + 200 * DAY;
    router.memory.asked(question('late', later));
    router.memory.replied({ topicId: 'late', memberId: 'mia', at: later });
    const ranked = router.rank(question('new', later, { like: like([2, 4, 40, 42]) }), later);
    expect(ranked[0]?.memberId).toBe('mia');
    expect(router.rankOthers(question('new', later), later, new Set())[0]?.memberId).toBe('mia');
  });

  it('leaves out the asker, and who has answered too little to be known', () => {
    const memory = community();
    memory.replied({ topicId: 't0', memberId: 'new', at: NOW - 1 });
    const router = new Router(memory, FIXED_MODEL);
    const ranked = router.rank(question('q', NOW, { askerId: 'mia' }), NOW).map(({ memberId }) => memberId);
    expect(ranked.sort()).toEqual(['cal', 'old']);
  });

  it('expects less of who passed such questions on', () => {
    const memory = community();
    const router = new Router(memory, FIXED_MODEL);
    const before = router.rank(question('q', NOW), NOW).find(({ memberId }) => memberId === 'mia')!;
    memory.askPassed({ topicId: 't2', memberId: 'mia', at: NOW }, 'NOT_MY_FIELD');
    const after = router.rank(question('q', NOW), NOW).find(({ memberId }) => memberId === 'mia')!;
    expect(after.p).toBeCloseTo(before.p / 1.5);
  });

  it('ranks the same whatever the order in which people became known', () => {
    const [one, other] = [new RoutingMemory(), new RoutingMemory()];
    for (const memory of [one, other]) for (let n = 0; n < 6; n++) memory.asked(question(`t${n}`, n));
    const people = ['a', 'b', 'c'];
    for (let n = 0; n < 6; n++) {
      for (const memberId of people) one.replied({ topicId: `t${n}`, memberId, at: DAY });
      for (const memberId of people.toReversed()) other.replied({ topicId: `t${n}`, memberId, at: DAY });
    }
    const ask = question('q', 2 * DAY);
    const ranked = new Router(one, FIXED_MODEL).rank(ask, 2 * DAY);
    expect(new Router(other, FIXED_MODEL).rank(ask, 2 * DAY)).toEqual(ranked);
    expect(ranked.map(({ memberId }) => memberId)).toEqual(people);
  });
});
