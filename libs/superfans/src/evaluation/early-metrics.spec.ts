import { earlyFigures } from './early-metrics';

const judged = (scores: number[], output: number[]) =>
  earlyFigures({ scores, output, right: output.map((one) => one > 0) });

describe('how good an order of newcomers is', () => {
  it('is 1 for the best one, 0 for the worst, and one half where all stand alike', () => {
    const output = Array.from({ length: 100 }, (_, i) => (i < 3 ? 5 : 0));
    const best = judged([...output], output);
    expect([best.auc.mean, best.precision.mean, best.captured.mean]).toEqual([1, 1, 1]);
    const worst = judged(
      output.map((one) => -one),
      output,
    );
    expect([worst.auc.mean, worst.precision.mean]).toEqual([0, 0]);
    const none = judged(
      output.map(() => 1),
      output,
    );
    expect(none.auc.mean).toBe(0.5);
    expect(none.precision.mean).toBeCloseTo(0.03);
    expect(none.captured.mean).toBeCloseTo(0.03);
  });

  it('takes of those who stand alike what is to be expected', () => {
    const output = [4, 0, 0, 2, ...Array<number>(96).fill(0)];
    const { precision, captured } = judged([9, 5, 5, 5, ...Array<number>(96).fill(0)], output);
    expect(precision.mean).toBeCloseTo((1 + 2 / 3) / 3);
    expect(captured.mean).toBeCloseTo((4 + (2 * 2) / 3) / 6);
  });

  it('gives ranges around it, the same ones for the same seed', () => {
    const scores = Array.from({ length: 200 }, (_, i) => (i * 37) % 200);
    const output = scores.map((score, i) => (score > 150 && i % 3 === 0 ? 1 : 0));
    const { auc } = judged(scores, output);
    expect(auc.low).toBeLessThan(auc.mean);
    expect(auc.high).toBeGreaterThan(auc.mean);
    expect(judged(scores, output).auc).toEqual(auc);
  });
});
