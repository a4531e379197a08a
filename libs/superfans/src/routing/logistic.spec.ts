import { SeededRandom } from '@app/similarity';
import { Lesson, probability, score } from './logistic';

/** Rows that something happens to as often as a model says. */
function taught(weights: readonly number[], intercept: number, rows: number): Lesson {
  const random = new SeededRandom(7);
  const lesson = new Lesson(weights.length);
  for (let n = 0; n < rows; n++) {
    const row = weights.map(() => random.normal() * 2 + 1);
    lesson.add(row, random.next() < probability({ weights, intercept }, row));
  }
  return lesson;
}

describe('a lesson', () => {
  it('finds the weights that it was made with', () => {
    const model = taught([0.8, -0.5], -1, 20_000).learn({ ridge: 1 });
    expect(model.weights[0]).toBeCloseTo(0.8, 1);
    expect(model.weights[1]).toBeCloseTo(-0.5, 1);
    expect(model.intercept).toBeCloseTo(-1, 1);
  });

  it('takes a row that counts for three as three rows', () => {
    const [once, thrice] = [new Lesson(1), new Lesson(1)];
    for (const lesson of [once, thrice]) lesson.add([0], false);
    for (let n = 0; n < 3; n++) thrice.add([1], true);
    once.add([1], true, 3);
    for (let n = 0; n < 2; n++) thrice.add([1], false);
    once.add([1], false, 2);
    const rows = [once.learn({ intercept: false }), thrice.learn({ intercept: false })];
    expect(Math.sign(rows[0]!.weights[0]!)).toBe(Math.sign(rows[1]!.weights[0]!));
    expect(score(rows[0]!, [1])).toBeGreaterThan(score(rows[0]!, [0]));
  });

  it('learns which of two is preferred from their differences', () => {
    const lesson = new Lesson(2);
    for (let n = 0; n < 50; n++) lesson.add([1, n % 2 ? 0.1 : -0.1], true);
    const model = lesson.learn({ intercept: false, ridge: 1 });
    expect(model.intercept).toBe(0);
    expect(score(model, [1, 0])).toBeGreaterThan(score(model, [0, 1]));
  });

  it('says little where there is nothing to learn from', () => {
    const model = new Lesson(2).learn();
    expect(probability(model, [3, 4])).toBeCloseTo(0.5);
  });
});
