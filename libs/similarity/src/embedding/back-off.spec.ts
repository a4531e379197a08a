import { BackOff } from './back-off';

describe('BackOff', () => {
  it('waits twice as long after each failure in a row, up to a minute, and not at all after a success', () => {
    let now = 0;
    const backOff = new BackOff(() => now);
    expect(backOff.isOn).toBe(false);
    const waits: number[] = [];
    for (let failures = 0; failures < 8; failures++) {
      backOff.failed();
      const from = now;
      while (backOff.isOn) now += 1_000;
      waits.push((now - from) / 1_000);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    backOff.failed();
    backOff.succeeded();
    expect(backOff.isOn).toBe(false);
    expect(backOff.hasFailed).toBe(false);
  });
});
