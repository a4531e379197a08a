import { setImmediate as tick } from 'node:timers/promises';
import { HashQueue } from './hash-queue';

describe('the queue of hashes', () => {
  it('does so many at once, lets so many wait in their order, and turns the rest away', async () => {
    const queue = new HashQueue(2, 3);
    const begun: number[] = [];
    const finish = new Map<number, () => void>();
    const work = (n: number): Promise<number> =>
      queue.run(() => {
        begun.push(n);
        return new Promise((resolve) => finish.set(n, () => resolve(n)));
      });
    const all = [1, 2, 3, 4, 5].map(work);
    await tick();
    expect(begun).toEqual([1, 2]);
    expect(() => queue.requireRoom()).toThrow('Too many people');
    await expect(work(6)).rejects.toMatchObject({ code: 'UNAVAILABLE', details: { retryAfterSeconds: 2 } });
    for (const n of [2, 1, 3, 4, 5]) {
      finish.get(n)?.();
      await tick();
    }
    await expect(Promise.all(all)).resolves.toEqual([1, 2, 3, 4, 5]);
    expect(begun).toEqual([1, 2, 3, 4, 5]);
    expect(() => queue.requireRoom()).not.toThrow();
  });

  it('goes on after work that failed', async () => {
    const queue = new HashQueue(1, 1);
    const failing = queue.run(() => Promise.reject(new Error('no')));
    const waiting = queue.run(() => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('no');
    await expect(waiting).resolves.toBe('done');
  });
});
