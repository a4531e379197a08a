import { array, assert, integer, property, tuple } from 'fast-check';
import { IdPairs } from './id-pairs';
import { KnownIds } from './known-ids';

describe('pairs of ids', () => {
  it('give the others of an id, each once', () => {
    assert(
      property(array(tuple(integer({ min: 0, max: 9 }), integer({ min: 0, max: 2 ** 32 - 1 }))), (all) => {
        const pairs = new IdPairs();
        for (const [one, other] of all) expect(pairs.add(String(one), String(other))).toBe(true);
        for (let id = 0; id < 10; id++) {
          const others = new Set(all.filter(([one]) => one === id).map(([, other]) => other));
          expect(pairs.of(String(id))).toEqual([...others].toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it('are many, and may be asked in between', () => {
    const pairs = new IdPairs();
    for (let at = 0; at < 5000; at++) pairs.add(String(at % 7), String(at));
    expect(pairs.of('3')).toHaveLength(714);
    pairs.add('3', '1');
    expect(pairs.of('3').slice(0, 2)).toEqual([1, 3]);
  });

  it.each(['', 'x', '-1', '1.5', '4294967296', 'NaN'])('are none of %j', (id) => {
    const pairs = new IdPairs();
    if (id !== '') expect(pairs.add(id, '1')).toBe(false);
    expect(pairs.of(id)).toEqual([]);
  });
});

describe('ids that are known', () => {
  it('are those that were added, whatever they look like', () => {
    const ids = ['0', '1', '31', '32', '4095', '4096', '268435455', '268435456', '360000000001', '007', 'ann', ' 1'];
    const known = new KnownIds();
    for (const [at, id] of ids.entries()) {
      expect(ids.slice(at).some((later) => known.has(later))).toBe(false);
      expect(known.add(id)).toBe(true);
      expect(known.add(id)).toBe(false);
      expect(ids.slice(0, at + 1).every((earlier) => known.has(earlier))).toBe(true);
    }
  });
});
