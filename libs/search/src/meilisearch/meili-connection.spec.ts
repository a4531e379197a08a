import { setTimeout as pause } from 'node:timers/promises';
import { FaultyProxy, type Behaviour } from '../../../../test/support/meili/faulty-proxy';
import { EngineDown } from '../engine/engine-down';
import { MeiliConnection } from './meili-connection';

const FAULTS: Behaviour[] = ['SILENT', 'GARBAGE', 'NONSENSE', 'BROKEN', 'BUSY', 'CUT'];

describe('MeiliConnection', () => {
  let server: FaultyProxy;
  let connection: MeiliConnection;

  beforeEach(async () => {
    server = await FaultyProxy.start(null);
    const breaker = { failures: 3, pauseMs: 50 };
    connection = new MeiliConnection({ host: server.host, apiKey: 'k', searchMs: 300, writeMs: 300, breaker });
  });
  afterEach(() => server.stop());

  /** Reads what came as those do that search. */
  const ask = (): Promise<unknown> =>
    connection.ask(async (client, signal) => {
      const { results } = await client.multiSearch({ queries: [{ indexUid: 'x' }] }, { signal });
      return results[0]?.hits[0];
    });

  it('says that there is none where there is none', async () => {
    const none = new MeiliConnection({ host: null, apiKey: null });
    expect(none.configured).toBe(false);
    await expect(none.ask(async () => 1)).rejects.toThrow(EngineDown);
    await expect(none.write(async () => 1)).rejects.toThrow(EngineDown);
  });

  it.each(FAULTS)('takes a server that is %s for down, and asks it no more for a while', async (behaviour) => {
    server.behaviour = behaviour;
    for (let i = 0; i < 3; i++) await expect(ask()).rejects.toThrow(EngineDown);
    expect(server.requests).toBe(3);
    for (let i = 0; i < 20; i++) await expect(ask()).rejects.toThrow(EngineDown);
    // Among them one that finds out whether it is back; nobody waits for it.
    expect(server.requests).toBeLessThanOrEqual(4);
  });

  it('comes back by itself', async () => {
    server.behaviour = 'BROKEN';
    for (let i = 0; i < 3; i++) await expect(ask()).rejects.toThrow(EngineDown);
    server.behaviour = 'FINE';
    for (;;) {
      const found = await ask().catch(() => null);
      if (found) break;
      await pause(10);
    }
    await expect(ask()).resolves.toEqual({});
  });

  it('is down where nobody listens', async () => {
    await server.stop();
    await expect(ask()).rejects.toThrow(EngineDown);
    server = await FaultyProxy.start(null);
  });

  it('lets faults of the caller be the fault of the caller', async () => {
    for (let i = 0; i < 5; i++) {
      await expect(connection.ask(async () => Promise.reject(new EngineDown('not ready')))).rejects.toThrow(
        'not ready',
      );
    }
    await expect(ask()).resolves.toEqual({});
  });
});
