import { PeerWindows } from './peer-windows';

const HOUR = 3_600;
const DAY = 24 * HOUR;

describe('the time that questions are left to members', () => {
  it('is a day where nothing is known', () => {
    expect(new PeerWindows([]).of(['p'])).toEqual({ seconds: DAY, answers: 0, reactionSeconds: DAY / 4 });
  });

  it('is what many answers of a product say', () => {
    const windows = new PeerWindows([
      { productId: null, answers: 20_000, seconds: 10 * HOUR },
      { productId: 'p', answers: 20_000, seconds: 3 * HOUR },
    ]);
    expect(windows.of([]).seconds / HOUR).toBeCloseTo(10, 1);
    expect(windows.of(['p']).seconds / HOUR).toBeCloseTo(3, 1);
    expect(windows.of(['p']).answers).toBe(20_000);
  });

  it('is nearly that of the community where a product has few answers', () => {
    const windows = new PeerWindows([
      { productId: null, answers: 20_000, seconds: 10 * HOUR },
      { productId: 'p', answers: 2, seconds: 2 * HOUR },
    ]);
    const { seconds } = windows.of(['p']);
    expect(seconds).toBeGreaterThan(8 * HOUR);
    expect(seconds).toBeLessThan(10 * HOUR);
  });

  it('is the shortest of those of several products, and that of the community for one without answers', () => {
    const windows = new PeerWindows([
      { productId: null, answers: 20_000, seconds: 10 * HOUR },
      { productId: 'p', answers: 9_000, seconds: 5 * HOUR },
      { productId: 'q', answers: 8_000, seconds: 20 * HOUR },
    ]);
    expect(windows.of(['q', 'p']).answers).toBe(9_000);
    expect(windows.of(['unknown']).answers).toBe(20_000);
  });

  it('leaves room for one more: people are waited for as long as they take to say something', () => {
    const times = [{ productId: null, answers: 20_000, seconds: 10 * HOUR }];
    const within = (reactions: number, seconds: number): number =>
      new PeerWindows(times, { reactions, seconds }).of([]).reactionSeconds / HOUR;
    expect(within(0, 1)).toBeCloseTo(2.5, 1);
    expect(within(20_000, HOUR)).toBeCloseTo(1, 1);
    expect(within(1, HOUR)).toBeGreaterThan(2);
    expect(within(20_000, 1)).toBe(0.25);
    expect(within(20_000, 7 * DAY)).toBeCloseTo(5, 1);
  });

  it('is an hour at least and a week at most', () => {
    const windows = new PeerWindows([
      { productId: null, answers: 20_000, seconds: 1 },
      { productId: 'p', answers: 900_000, seconds: 90 * DAY },
    ]);
    expect(windows.of([]).seconds).toBe(HOUR);
    expect(windows.of(['p']).seconds).toBe(7 * DAY);
  });
});
