import { VectorList } from './vector-list';

describe('VectorList', () => {
  it('keeps vectors over many pieces of memory, compares them, and numbers them anew', () => {
    const list = new VectorList(2);
    for (let n = 0; n < 3_000; n++) list.push(Float32Array.of(n, 1));
    expect(list.length).toBe(3_000);
    const dots = list.dots(Float32Array.of(1, -1));
    expect([dots[0], dots[1_023], dots[1_024], dots[2_999]]).toEqual([-1, 1_022, 1_023, 2_998]);
    list.at(1_024).fill(7);
    expect(list.dots(Float32Array.of(1, 0))[1_024]).toBe(7);
    list.keep(Array.from({ length: 1_500 }, (_, n) => n * 2));
    expect(list.length).toBe(1_500);
    expect([...list.at(1_499)]).toEqual([2_998, 1]);
    list.push(Float32Array.of(5, 5));
    expect(list.dots(Float32Array.of(1, 0)).at(-1)).toBe(5);
    expect(list.bytes).toBe(2 * 1_024 * 2 * 4);
  });

  it('bears vectors of no numbers', () => {
    const list = new VectorList(0);
    list.push(new Float32Array());
    expect([...list.dots(new Float32Array())]).toEqual([0]);
  });
});
