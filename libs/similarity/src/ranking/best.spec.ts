import { array, assert, integer, nat, property } from 'fast-check';
import { best, scaleToBest } from './best';

describe('best', () => {
  it('gives what sorting gives, the later of equal ones first', () => {
    assert(
      property(array(integer({ min: -5, max: 5 })), nat(12), (scores, count) => {
        const sorted = scores.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]! || b - a);
        expect(best(scores, count)).toEqual(sorted.slice(0, count));
      }),
    );
  });
});

describe('scaleToBest', () => {
  it('makes the highest 1, and leaves what has nothing above 0', () => {
    expect([...scaleToBest(Float64Array.of(1, 4, 2))]).toEqual([0.25, 1, 0.5]);
    expect([...scaleToBest(Float64Array.of(0, 0))]).toEqual([0, 0]);
    expect(scaleToBest(new Float32Array())).toHaveLength(0);
  });
});
