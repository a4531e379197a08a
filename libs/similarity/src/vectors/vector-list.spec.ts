import { array, assert, double, property } from 'fast-check';
import { VectorList } from './vector-list';

describe('VectorList', () => {
  it('keeps vectors over many pieces of memory, compares them, and numbers them anew', () => {
    const list = new VectorList(2);
    for (let n = 0; n < 3_000; n++) list.push(Float32Array.of(n / 4_000, 0.5));
    expect(list.length).toBe(3_000);
    const dots = list.dots(Float32Array.of(0.5, -0.5));
    const places = [0, 1_023, 1_024, 2_999];
    for (const n of places) expect(dots[n]).toBeCloseTo(n / 8_000 - 0.25, 4);
    list.set(1_024, Float32Array.of(0.7, 0.7));
    expect(list.dots(Float32Array.of(1, 0))[1_024]).toBeCloseTo(0.7, 4);
    list.keep(Array.from({ length: 1_500 }, (_, n) => n * 2));
    expect(list.length).toBe(1_500);
    expect(list.at(1_499)[0]).toBeCloseTo(2_998 / 4_000, 4);
    list.push(Float32Array.of(0.6, 0.6));
    expect(list.dots(Float32Array.of(1, 0)).at(-1)).toBeCloseTo(0.6, 4);
    expect(list.bytes).toBe(2 * 1_024 * 16 * 2);
  });

  it('says what the sum of products says, whatever the vectors and however many numbers they have', () => {
    const numbers = array(double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 400 });
    assert(
      property(numbers, numbers, (one, other) => {
        const [left, right] = [ofLengthOne(one), ofLengthOne(one.map((value, d) => value * (other[d] ?? 1)))];
        const list = new VectorList(one.length);
        for (const vector of [right, left, right]) list.push(vector);
        const product = left.reduce((sum, value, d) => sum + value * right[d]!, 0);
        const dots = list.dots(left);
        expect(Math.abs(dots[0]! - product)).toBeLessThan(0.001);
        expect(dots[2]).toBe(dots[0]);
      }),
    );
  });

  it('bears the longest products, and vectors of no numbers', () => {
    const east = new VectorList(1);
    for (const value of [1, -1]) east.push(Float32Array.of(value));
    expect([...east.dots(Float32Array.of(-1))]).toEqual([-1, 1]);
    const nothing = new VectorList(0);
    nothing.push(new Float32Array());
    expect([...nothing.dots(new Float32Array())]).toEqual([0]);
    expect([...nothing.dots(new Float32Array(), Float32Array.of(0.7))]).toEqual([0]);
  });
});

function ofLengthOne(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values) + 1e-9;
  return Float32Array.from(values, (value) => value / length);
}
