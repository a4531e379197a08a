import * as fc from 'fast-check';
import type { Epoch } from '../trust/epoch';
import { WordList } from '../trust/word-list';
import { CONFIRMATIONS } from './entry-kind';
import { foldLedger } from './fold-ledger';
import type { LedgerEntry } from './ledger-entry';
import { CURRENT_RULES } from './reputation-rules';
import type { ScoreLine } from './score-line';

const MINUTE = 60_000;
const MEMBERS = 6;

/** An entry with what a test says of it. */
function entry(id: string, more: Partial<LedgerEntry> = {}): LedgerEntry {
  const kind = more.kind ?? 'STAR';
  const confirms = kind !== 'REVERSAL' && kind !== 'RELEASE' && kind !== 'KEPT';
  return {
    id,
    kind,
    at: 0,
    actorId: 'v',
    subjectId: 'u',
    topicId: 't',
    postId: confirms ? 'p' : null,
    productIds: [],
    tagIds: [],
    ruleVersion: 1,
    points: confirms && !more.refusal ? CURRENT_RULES.points[kind] : 0,
    refusal: null,
    namesId: null,
    cause: null,
    ...more,
  };
}

const reversal = (names: LedgerEntry, id = `r${names.id}`): LedgerEntry =>
  entry(id, { kind: 'REVERSAL', namesId: names.id, subjectId: names.subjectId, actorId: null });

function epochOf(words: Record<string, [number, Record<string, number>?]>): Epoch {
  const entries = Object.entries(words).map(
    ([id, [weight, sources]]) => [id, { weight, sources: new Map(Object.entries(sources ?? {})) }] as const,
  );
  return { number: 1, ruleVersion: 1, words: WordList.from(entries) };
}

const trusting = epochOf({ v: [1], w: [1], x: [0.5] });
const worth = (lines: readonly ScoreLine[]): Record<string, number> =>
  Object.fromEntries(lines.map(({ entryId, value }) => [entryId, value]));
const sumOf = (lines: readonly ScoreLine[]): number => lines.reduce((sum, { value }) => sum + value, 0);

const members = fc.integer({ min: 0, max: MEMBERS - 1 }).map((n) => `m${n}`);
const confirmation = fc.record({
  kind: fc.constantFrom(...CONFIRMATIONS),
  at: fc.integer({ min: 0, max: 20 }).map((n) => n * MINUTE),
  actorId: members,
  subjectId: members,
});
/** Confirmations, and decisions about what stands before them. */
const ledgers = fc
  .tuple(
    fc.array(confirmation, { minLength: 1, maxLength: 60 }),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('REVERSAL', 'RELEASE', 'KEPT')), { maxLength: 30 }),
  )
  .map(([confirmed, decided]) => {
    const entries = confirmed.map((more, n) => entry(`e${n}`, more));
    for (const [n, kind] of decided) {
      const named = entries[n % entries.length]!;
      entries.push(
        entry(`e${entries.length}`, {
          kind,
          namesId: named.id,
          subjectId: named.subjectId,
          actorId: null,
          postId: null,
        }),
      );
    }
    return entries;
  });
const epochs = fc
  .array(
    fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: MEMBERS, maxLength: MEMBERS }),
    ),
    { minLength: MEMBERS, maxLength: MEMBERS },
  )
  .map((drawn) =>
    epochOf(
      Object.fromEntries(
        drawn.map(([weight, shares], n) => {
          const whole = shares.reduce((sum, share) => sum + share, 0);
          return [`m${n}`, [weight, Object.fromEntries(shares.map((share, i) => [`m${i}`, share / whole]))]];
        }),
      ),
    ),
  );
const runs = { numRuns: 300, seed: 20_071_101 };

describe('what a ledger is worth', () => {
  it('is points, in millionths, times what the word weighs', () => {
    const lines = foldLedger([entry('a'), entry('b', { kind: 'SOLVED', actorId: 'x' })], trusting);
    expect(worth(lines)).toEqual({ a: 10_000_000, b: 7_500_000 });
    expect(lines[1]).toMatchObject({ points: 15, word: 0.5, repeat: 1, overlap: 0, nothing: null });
  });

  it('is nothing without trust, for one person on both sides, for help with an own topic, and once reversed', () => {
    const given = [
      entry('a', { actorId: 'stranger' }),
      entry('b', { actorId: null }),
      entry('c', { refusal: 'SAME_PERSON' }),
      entry('d', { refusal: 'OWN_TOPIC' }),
      entry('e', { actorId: 'u' }),
      entry('f'),
      reversal(entry('f')),
    ];
    const lines = foldLedger(given, trusting);
    expect(lines.map(({ nothing }) => nothing)).toEqual([
      'NO_TRUST',
      'NO_TRUST',
      'SAME_PERSON',
      'OWN_TOPIC',
      'SAME_PERSON',
      'REVERSED',
    ]);
    expect(sumOf(lines)).toBe(0);
  });

  it('is halved with each of one kind from the same member, so that all of them make two at most', () => {
    const stars = Array.from({ length: 30 }, (_, n) =>
      entry(`e${String(n).padStart(2, '0')}`, { at: n * 10 * MINUTE }),
    );
    const lines = foldLedger([...stars, entry('other', { kind: 'SOLVED', at: 1 })], trusting);
    expect(lines.slice(0, 4).map(({ repeat }) => repeat)).toEqual([1, 1, 0.5, 0.25]);
    expect(sumOf(lines.filter(({ points }) => points === 10))).toBeLessThanOrEqual(20_000_000);
  });

  it('holds a burst of more than five within five minutes, all of it, until a lead releases it', () => {
    const burst = Array.from({ length: 6 }, (_, n) => entry(`e${n}`, { at: n * MINUTE }));
    const calm = burst.slice(0, 5);
    expect(foldLedger(burst, trusting).map(({ nothing }) => nothing)).toEqual(Array(6).fill('HELD'));
    expect(foldLedger(calm, trusting).map(({ nothing }) => nothing)).toEqual(Array(5).fill(null));
    const release = entry('z', { kind: 'RELEASE', namesId: 'e0', subjectId: 'u' });
    const released = foldLedger([...burst, release], trusting);
    expect(released.map(({ nothing }) => nothing)).toEqual([null, ...Array(5).fill('HELD')]);
    expect(released[0]?.value).toBe(10_000_000);
    const withdrawn = foldLedger([...burst, release, reversal(release, 'zz')], trusting);
    expect(withdrawn[0]?.nothing).toBe('HELD');
    const oneBack = foldLedger([...burst, reversal(burst[5]!)], trusting);
    expect(worth(oneBack)).toEqual({ ...worth(foldLedger(calm, trusting)), e5: 0 });
  });

  it('counts once what friends say who have their trust from each other', () => {
    const friends = epochOf({ v: [1, { w: 0.8, y: 0.2 }], w: [1, { y: 1 }] });
    const lines = foldLedger([entry('a'), entry('b', { actorId: 'w' })], friends);
    expect(lines.map(({ overlap }) => overlap)).toEqual([0.8, 0]);
    expect(lines[0]?.value).toBe(Math.round(10_000_000 * (1 - 0.95 * 0.8)));
    const [alone] = foldLedger([entry('a'), entry('b', { actorId: 'w' }), reversal(entry('b'))], friends);
    expect(alone?.value).toBe(10_000_000);
  });

  it('is what it was when a reversal is reversed', () => {
    const [a, b] = [entry('a'), entry('b', { actorId: 'x' })];
    const back = reversal(a);
    const lines = (entries: LedgerEntry[]) => foldLedger(entries, trusting);
    expect(lines([a, b, back, reversal(back, 'again')])).toEqual(lines([a, b]));
    expect(lines([a, b, back, reversal(back, 'again'), reversal(a, 'other')])).toEqual(lines([a, b, back]));
  });

  it('is the same to the bit in any order', () => {
    fc.assert(
      fc.property(
        ledgers.chain((entries) =>
          fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
        ),
        epochs,
        ([entries, shuffled], epoch) => {
          expect(foldLedger(shuffled, epoch)).toEqual(foldLedger(entries, epoch));
        },
      ),
      runs,
    );
  });

  it('is the same for one subject, from its entries alone', () => {
    fc.assert(
      fc.property(ledgers, epochs, members, (entries, epoch, subject) => {
        const own = entries.filter(({ subjectId }) => subjectId === subject);
        const all = foldLedger(entries, epoch).filter(({ subjectId }) => subjectId === subject);
        expect(foldLedger(own, epoch)).toEqual(all);
      }),
      runs,
    );
  });

  it('is, after an attack that was reversed, what it had been without one; and with the reversal reversed, with it', () => {
    fc.assert(
      fc.property(ledgers, fc.array(confirmation, { maxLength: 30 }), epochs, (clean, drawn, epoch) => {
        const attack = drawn.map((more, n) => entry(`x${n}`, more));
        const reversals = attack.map((one) => reversal(one));
        const attacked = foldLedger([...clean, ...attack], epoch);
        const reversed = foldLedger([...clean, ...attack, ...reversals], epoch);
        expect(reversed.filter(({ entryId }) => !entryId.startsWith('x'))).toEqual(foldLedger(clean, epoch));
        expect(sumOf(reversed)).toBe(sumOf(foldLedger(clean, epoch)));
        const given = reversals.map((one) => reversal(one));
        expect(foldLedger([...clean, ...attack, ...reversals, ...given], epoch)).toEqual(attacked);
      }),
      runs,
    );
  });

  it('is explained by lines that add up, one for each confirmation, and never more than its points', () => {
    fc.assert(
      fc.property(ledgers, epochs, (entries, epoch) => {
        const lines = foldLedger(entries, epoch);
        expect(lines.map(({ entryId }) => entryId).toSorted()).toEqual(
          entries
            .filter(({ namesId }) => namesId === null)
            .map(({ id }) => id)
            .toSorted(),
        );
        for (const { value, points, nothing, word, repeat, overlap } of lines) {
          expect(Number.isSafeInteger(value)).toBe(true);
          expect(value).toBe(nothing ? 0 : Math.round(points * repeat * word * (1 - 0.95 * overlap) * 1e6));
          expect(value).toBeLessThanOrEqual(points * 1e6);
        }
      }),
      runs,
    );
  });
});
