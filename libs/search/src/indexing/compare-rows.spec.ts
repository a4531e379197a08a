import { compareRows, type StampedRow } from './compare-rows';

const rows = (text: string): StampedRow[] =>
  [...text.matchAll(/(\w)(\d)/g)].map(([, id = '', stamp = '']) => ({ id, stamp }));

describe('comparing what there is with what is indexed', () => {
  it.each([
    ['the same', 'a1 b2', 'a1 b2', { ids: [], end: null, seen: 2 }],
    ['new, changed and gone', 'a1 b2 d1', 'b1 c1 d1', { ids: ['a', 'b', 'c'], end: null, seen: 4 }],
    ['no further than what both sides have told', 'a1 b1 c1', 'a1 f1', { ids: [], end: 'c', seen: 3 }],
    ['as far as the shorter stretch', 'c1 d1 e1', 'a1 b1 c1', { ids: ['a', 'b'], end: 'b', seen: 2, limit: 2 }],
    ['with nothing there', '', 'a1 b1 c1', { ids: ['a', 'b', 'c'], end: 'c', seen: 3 }],
  ])(
    '%s',
    (
      _,
      there,
      indexed,
      { limit = 3, ...found }: { limit?: number; ids: string[]; end: string | null; seen: number },
    ) => {
      expect(compareRows(rows(there), rows(indexed), { window: 3, limit, all: false })).toEqual(found);
    },
  );

  it('gives all of them where all are wanted, and goes on behind the last one', () => {
    expect(compareRows(rows('a1 b1'), rows('b1 c1'), { window: 9, limit: 2, all: true })).toEqual({
      ids: ['a', 'b'],
      end: 'b',
      seen: 2,
    });
  });
});
