import { computeWords } from './compute-words';
import type { PointsGiven } from './points-given';
import { mostFarmed, type TrustRules } from './trust-rules';
import { CURRENT_RULES } from '../ledger/reputation-rules';
import type { Word, WordList } from './word-list';

const RULES: TrustRules = CURRENT_RULES.trust;
const STAR = 10;

function gave(actorId: string, subjectId: string, points = STAR): PointsGiven {
  return { actorId, subjectId, points };
}

/** Numbers that look random, the same each time. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** People who confirm each other at random; the first three are seeds, and confirm as well. */
function village(seed: number, people = 60, confirmations = 600): PointsGiven[] {
  const roll = dice(seed);
  return Array.from({ length: confirmations }, () => {
    const actor = roll(people);
    return gave(`m${actor}`, `m${(actor + 1 + roll(people - 1)) % people}`, [STAR, 15, 20][roll(3)]);
  });
}

/** All words of a list. */
function mapOf(words: WordList): Map<string, Word> {
  return new Map(
    words.numbers.ids.flatMap((id) => {
      const word = words.get(id);
      return word ? [[id, word] as const] : [];
    }),
  );
}

const SEEDS = ['m0', 'm1', 'm2'];
const worth = (given: readonly PointsGiven[], subject: string, seeds: readonly string[] = SEEDS): number => {
  const words = mapOf(computeWords(given, seeds, RULES));
  return given
    .filter(({ subjectId }) => subjectId === subject)
    .reduce((sum, { actorId, points }) => sum + points * (words.get(actorId)?.weight ?? 0), 0);
};

describe('words', () => {
  it('weigh nothing unless they can be traced back to a seed, whose word counts in full', () => {
    const words = mapOf(computeWords([gave('staff', 'ann'), gave('ann', 'ben'), gave('eve', 'mal')], ['staff'], RULES));
    expect([...words.keys()].toSorted()).toEqual(['ann', 'ben', 'staff']);
    expect(words.get('staff')).toEqual({ weight: 1, sources: new Map() });
    // Ten points that vouch like two hundred: half of it may be handed out, a twentieth to the same member.
    expect(words.get('ann')?.weight).toBe(0.5);
    expect(words.get('ben')?.weight).toBe(0.0125);
  });

  it('come to nobody without seeds', () => {
    expect(computeWords(village(1), [], RULES).size).toBe(0);
  });

  it('name from whom they have their trust, but for the seeds', () => {
    const given = [
      gave('staff', 'ann'),
      gave('staff', 'ben'),
      gave('ann', 'cas'),
      gave('ben', 'cas'),
      gave('staff', 'cas'),
    ];
    const cas = mapOf(computeWords(given, ['staff'], RULES)).get('cas');
    expect(Object.fromEntries(cas?.sources ?? [])).toEqual({ ann: 0.023809, ben: 0.023809 });
    const dan = computeWords([gave('staff', 'ann'), gave('ann', 'dan'), gave('ann', 'dan', 15)], ['staff'], RULES);
    expect(mapOf(dan).get('dan')?.sources).toEqual(new Map([['ann', 1]]));
  });

  it('are the same to the bit in any order', () => {
    for (const seed of [1, 2, 3]) {
      const given = village(seed);
      const roll = dice(seed + 100);
      const shuffled = given.map((one) => ({ one, key: roll(1_000_000) })).toSorted((a, b) => a.key - b.key);
      const again = computeWords(
        shuffled.map(({ one }) => one),
        SEEDS.toReversed(),
        RULES,
      );
      expect(again.numbers).toEqual(computeWords(given, SEEDS, RULES).numbers);
    }
  });

  it('are no more than what came in: nobody hands out more than they were given', () => {
    for (const seed of [4, 5, 6]) {
      const given = village(seed);
      const words = mapOf(computeWords(given, SEEDS, RULES));
      const weight = (id: string): number => words.get(id)?.weight ?? 0;
      for (const id of words.keys()) {
        if (SEEDS.includes(id)) continue;
        const received = given
          .filter(({ subjectId }) => subjectId === id)
          .reduce(
            (sum, { actorId, points }) => sum + points * weight(actorId) * (SEEDS.includes(actorId) ? RULES.reach : 1),
            0,
          );
        const out = given
          .filter(({ actorId }) => actorId === id)
          .reduce((sum, { points }) => sum + points * weight(id), 0);
        expect(out).toBeLessThanOrEqual(RULES.carry * received + 0.01);
      }
    }
  });
});

describe('sockpuppets', () => {
  const socks = Array.from({ length: 50 }, (_, n) => `sock${n}`);
  const clique = (target: string): PointsGiven[] =>
    socks.flatMap((sock) => [
      gave(sock, target, 2 * STAR),
      gave(sock, target, 15),
      ...socks.filter((other) => other !== sock).map((other) => gave(sock, other, 25)),
    ]);

  it('change no word and no score to the bit, however many they are and whomever they star', () => {
    for (const seed of [1, 2, 3]) {
      const honest = village(seed);
      const crowd = [...honest, ...clique('m7'), ...socks.map((sock) => gave(sock, `m${seed + 10}`))];
      expect(mapOf(computeWords(crowd, SEEDS, RULES))).toEqual(mapOf(computeWords(honest, SEEDS, RULES)));
      expect(worth(crowd, 'm7')).toBe(worth(honest, 'm7'));
    }
  });

  it.each([
    [
      'all star one member',
      (target: string) => socks.slice(0, 20).flatMap((sock) => [gave(sock, target, 20), gave(sock, target, 15)]),
    ],
    ['and each other', clique],
  ])('make less of stolen stars than these are worth: they %s', (_, farm) => {
    for (const seed of [7, 8, 9]) {
      const honest = village(seed);
      const roll = dice(seed);
      const voters = Array.from({ length: 20 }, () => honest[roll(honest.length)]!.actorId);
      const stolen = voters.map((voter, n) => gave(voter, socks[n]!));
      const before = worth(honest, 'm7');
      const farmed = worth([...honest, ...stolen, ...farm('m7')], 'm7') - before;
      const earned = worth([...honest, ...voters.map((voter) => gave(voter, 'm7'))], 'm7') - before;
      expect(earned).toBeGreaterThan(0);
      expect(farmed / earned).toBeLessThan(0.5);
    }
  });

  it('make less even of stars that seeds alone were made to give', () => {
    expect(mostFarmed(RULES)).toBeLessThan(1);
    const stolen = socks.map((sock) => gave('m0', sock));
    const farmed = worth([...stolen, ...clique('m7')], 'm7');
    expect(farmed).toBeGreaterThan(0);
    expect(farmed).toBeLessThan(mostFarmed(RULES) * socks.length * STAR);
  });
});
