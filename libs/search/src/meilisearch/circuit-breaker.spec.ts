import { CircuitBreaker } from './circuit-breaker';

describe('CircuitBreaker', () => {
  let now = 0;
  const breaker = (): CircuitBreaker => new CircuitBreaker({ failures: 2, pauseMs: 100 }, () => now);

  it('lets everybody through until some failures in a row', () => {
    const tried = breaker();
    tried.failed();
    tried.succeeded();
    expect(tried.failed()).toBe(false);
    expect(tried.admits()).toBe(true);
    expect(tried.failed()).toBe(true);
    expect(tried.admits()).toBe(false);
  });

  it('lets one through after a pause, whose luck decides', () => {
    const tried = breaker();
    tried.failed();
    tried.failed();
    now += 99;
    expect(tried.admits()).toBe(false);
    now += 1;
    expect([tried.admits(), tried.admits()]).toEqual(['trial', false]);
    tried.failed();
    expect(tried.admits()).toBe(false);
    now += 100;
    expect(tried.admits()).toBe('trial');
    expect(tried.succeeded()).toBe(true);
    expect(tried.succeeded()).toBe(false);
    expect(tried.admits()).toBe(true);
  });
});
