import type { Chance } from './chance';
import type { AttackStanding } from './gaming-figures';
import type { GamingHistory } from './gaming-history';
import { GamingEvaluation } from './gaming.evaluation';
import { GeneratedHistory } from './generated-history';
import { imputedHistory } from './imputed-history';

function chanceOf(seed: number): Chance {
  let state = seed + 1;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return { next, normal, below: (below) => Math.floor(next() * below) };
}

const SMALL = { accounts: 2_000, answerers: 300, votes: 6_000, solved: 200 };

describe('an evaluation of gaming', () => {
  let history: GamingHistory;
  beforeAll(() => {
    history = GeneratedHistory.make(SMALL, chanceOf(1));
  });

  const judge = (signal = new AbortController().signal): GamingEvaluation =>
    new GamingEvaluation(history, { targets: 3, chance: chanceOf, signal, onProgress: () => undefined });

  it('generates the same community for the same seed', () => {
    expect(GeneratedHistory.make(SMALL, chanceOf(1))).toEqual(history);
    expect(history.seeds).toHaveLength(10);
    const last = history.entries.at(-1)?.at ?? Number.NaN;
    expect(history.entries.map(({ at }) => at)).toEqual(history.entries.map(({ at }) => at).toSorted((a, b) => a - b));
    expect(last).toBeLessThan(history.until);
  });

  it('finds what sockpuppets buy, what stolen stars become, and that all of it can be taken back', async () => {
    const { attacks, agreement, exactness, words, confirmations } = await judge().standings();
    const standings = (scheme: string, attack: RegExp): AttackStanding[] =>
      attacks.filter((one) => one.scheme === scheme && attack.test(one.attack));
    const gain = (scheme: string, attack: RegExp, stolen = 0): number =>
      standings(scheme, attack)
        .filter((one) => one.stolen === stolen)
        .flatMap(({ outcomes }) => outcomes)
        .reduce((sum, { gained }) => sum + gained, 0);
    expect(confirmations).toBe(history.entries.length);
    expect(words).toBeGreaterThan(10);
    for (const { outcomes } of standings('trusted words', /fresh/)) {
      for (const { rankBefore, rankAfter, gained } of outcomes) expect([rankAfter, gained]).toEqual([rankBefore, 0]);
    }
    expect(gain('vanity sum 10/15', /fresh/)).toBeGreaterThan(0);
    for (const stolen of [20, 100, 500]) {
      expect(gain('trusted words', /all/, stolen)).toBeLessThan(gain('trusted words', /earned/, stolen));
      expect(gain('vanity sum 10/15', /all/, stolen)).toBeGreaterThan(gain('vanity sum 10/15', /earned/, stolen));
    }
    expect(agreement.map(({ scheme }) => scheme)).toContain('trusted words');
    expect(agreement[0]?.ndcg50Beyond.every((beyond) => beyond === 0)).toBe(true);
    expect(exactness).toMatchObject({ reversals: 3, differing: 0, unexplained: 0 });
  });

  it('stops when it is told to', async () => {
    await expect(judge(AbortSignal.abort()).standings()).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('takes each vote that was counted for one of somebody else who was there', () => {
    const day = 86_400_000;
    const answers = [{ id: 'a1', authorId: 'ann', at: 2 * day, votes: [{ day: 3 * day, up: 5, down: 1 }] }];
    const late = [{ id: 'a2', authorId: 'dan', at: 500 * day, votes: [{ day: null, up: 1, down: 0 }] }];
    const thread = { productIds: [], tagIds: [] };
    const threads = [
      { ...thread, id: 't1', askerId: 'ben', at: day, answers },
      { ...thread, id: 't2', askerId: 'cas', at: 2 * day, answers: [] },
      { ...thread, id: 't3', askerId: 'eve', at: 499 * day, answers: late },
    ];
    const confirmations = [{ at: 3 * day, kind: 'SOLVED' as const, answerId: 'a1', stars: 1 }];
    const made = imputedHistory({ threads, confirmations }, chanceOf(2));
    expect(made.until).toBe(135 * day);
    expect(made.entries.map(({ kind, subjectId }) => [kind, subjectId])).toContainEqual(['SOLVED', 'ann']);
    const voters = made.entries.filter(({ kind }) => kind === 'STAR').map(({ actorId }) => actorId);
    expect(new Set(voters).size).toBe(voters.length);
    expect(voters.every((voter) => voter === 'ben' || voter === 'cas')).toBe(true);
    expect(voters.length).toBeGreaterThan(0);
  });
});
