import { PretrainedVectors } from './pretrained-vectors';

const EAST = Float32Array.of(1, 0);
const NORTH = Float32Array.of(0, 1);

function filled(count: number): PretrainedVectors {
  const vectors = new PretrainedVectors();
  for (let number = 0; number < count; number++) vectors.put(number, number % 2 === 0 ? EAST : NORTH);
  return vectors;
}

function blended(vectors: PretrainedVectors, learned: readonly number[], isLearned = true): number[] | null {
  const likeness = Float32Array.from(learned);
  return vectors.blend(likeness, EAST, isLearned) ? [...likeness] : null;
}

describe('PretrainedVectors', () => {
  it('say together with what was learned how alike things are, or alone where nothing was', () => {
    expect(blended(filled(2), [0.5, 0.5])).toEqual([0.75, 0.25]);
    expect(blended(filled(2), [0, 0], false)).toEqual([1, 0]);
  });

  it('are left aside while too few things have one, or where the question has none of their size', () => {
    expect(
      blended(
        filled(8),
        Array.from({ length: 10 }, () => 0.5),
      ),
    ).toBeNull();
    expect(
      blended(
        filled(9),
        Array.from({ length: 10 }, () => 0.5),
      )?.at(-1),
    ).toBe(0.5);
    expect(filled(2).blend(new Float32Array(2), undefined, true)).toBe(false);
    expect(filled(2).blend(new Float32Array(2), Float32Array.of(1), true)).toBe(false);
  });

  it('go with what is forgotten, and with numbers given anew', () => {
    const vectors = filled(40);
    vectors.remove(39);
    vectors.keep([0, 1, 5, 39]);
    expect(blended(vectors, [0, 0, 0])).toEqual([0.5, 0, 0]);
    vectors.put(3, EAST);
    expect(blended(vectors, [0, 0, 0, 0])).toEqual([0.5, 0, 0, 0.5]);
  });

  it('begin anew where the model changes', () => {
    const vectors = filled(2);
    vectors.put(0, Float32Array.of(1, 0, 0));
    expect(blended(vectors, [0, 0])).toBeNull();
  });
});
