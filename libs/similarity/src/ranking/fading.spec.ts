import { Fading } from './fading';

const DAY = 86_400_000;

describe('Fading', () => {
  function expectLeft(fading: Fading, moments: readonly number[], now: number): void {
    const { left, factor } = fading.at(now);
    moments.forEach((moment, n) => expect(left[n]! * factor).toBeCloseTo(Math.exp((moment - now) / (3 * DAY)), 12));
  }

  it('says what is left at any moment, of what was there and of what came since', () => {
    const moments = [0, 5 * DAY];
    const fading = new Fading(moments, 3);
    expectLeft(fading, moments, 6 * DAY);
    for (let n = 0; n < 200; n++) moments.push((6 + n / 50) * DAY);
    expectLeft(fading, moments, 10 * DAY);
    expectLeft(fading, moments, 7 * DAY);
  });

  it('bears that decades lie between', () => {
    const moments = [0, 20_000 * DAY];
    const fading = new Fading(moments, 3);
    expectLeft(fading, [0], DAY);
    expectLeft(fading, moments, 20_001 * DAY);
  });

  it('goes by what was told last', () => {
    const moments = [0, DAY];
    const fading = new Fading(moments, 3);
    fading.at(2 * DAY);
    moments[0] = 2 * DAY;
    fading.changed(0);
    expectLeft(fading, moments, 3 * DAY);
    moments.reverse();
    fading.renumbered();
    expectLeft(fading, moments, 3 * DAY);
  });
});
