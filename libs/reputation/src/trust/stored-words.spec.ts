import * as fc from 'fast-check';
import { storedWords, wordsOfRows } from './stored-words';
import { WordList, type Word } from './word-list';

const MEMBERS = 8;
const members = fc.integer({ min: 0, max: MEMBERS - 1 }).map((n) => `m${n}`);
const millionths = fc.integer({ min: 1, max: 1_000_000 }).map((n) => n / 1_000_000);
/** Words that have their trust from others that weigh something. */
const lists = fc
  .dictionary(members, fc.tuple(millionths, fc.dictionary(members, millionths)), { minKeys: 1 })
  .map((drawn) =>
    WordList.from(
      Object.entries(drawn).map(([id, [weight, shares]]): [string, Word] => [
        id,
        { weight, sources: new Map(Object.entries(shares).filter(([source]) => source in drawn)) },
      ]),
    ),
  );
const wordsOf = (list: WordList): Record<string, Word | undefined> =>
  Object.fromEntries(list.numbers.ids.map((id) => [id, list.get(id)]));

describe('words in rows', () => {
  it('are the words that were written, in whatever order and parts they are written and read', () => {
    fc.assert(
      fc.property(
        lists.chain((list) => fc.tuple(fc.constant(list), fc.nat(MEMBERS))),
        ([list, cut]) => {
          const rows = [...storedWords(list.numbers, cut, MEMBERS), ...storedWords(list.numbers, 0, cut)];
          expect(wordsOf(wordsOfRows(rows))).toEqual(wordsOf(list));
        },
      ),
    );
  });

  it('of some members only know one another', () => {
    fc.assert(
      fc.property(lists, fc.uniqueArray(members), (list, some) => {
        const rows = storedWords(list.numbers, 0, MEMBERS).filter(({ memberId }) => some.includes(memberId));
        const read = wordsOfRows(rows);
        expect(read.size).toBe(rows.length);
        for (const { memberId } of rows) {
          const { weight, sources } = list.get(memberId)!;
          const known = new Map([...sources].filter(([source]) => some.includes(source)));
          expect(read.get(memberId)).toEqual({ weight, sources: known });
        }
      }),
    );
  });

  it('say how much of a word comes from those who are marked', () => {
    fc.assert(
      fc.property(lists, fc.uniqueArray(members), (list, some) => {
        const marks = new Uint32Array(list.numbers.ids.length);
        for (const id of some) if (list.placeOf(id) >= 0) marks[list.placeOf(id)] = 7;
        for (const id of list.numbers.ids) {
          const whole = some.reduce(
            (sum, source) => sum + Math.round((list.get(id)?.sources.get(source) ?? 0) * 1e6),
            0,
          );
          expect(list.shareFrom(list.placeOf(id), marks, 7)).toBe(Math.min(1, whole / 1e6));
        }
      }),
    );
  });
});
