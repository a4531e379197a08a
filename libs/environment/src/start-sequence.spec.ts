import { StartSequence, type Running } from './start-sequence';

describe('StartSequence', () => {
  let events: string[];
  const part = (name: string, failure?: Error) => async (): Promise<Running> => {
    events.push(`start ${name}`);
    return {
      stop: async () => {
        events.push(`stop ${name}`);
        if (failure) throw failure;
      },
    };
  };
  beforeEach(() => {
    events = [];
  });

  it('stops in the opposite order, and once', async () => {
    const running = await StartSequence.run(new AbortController().signal, async (sequence) => {
      await sequence.step(part('server'));
      await sequence.step(async () => void events.push('migrate'));
      await sequence.step(part('door'));
    });
    await running.stop();
    await running.stop();
    expect(events).toEqual(['start server', 'migrate', 'start door', 'stop door', 'stop server']);
  });

  it('stops what was started when a later step fails, and says why', async () => {
    const started = StartSequence.run(new AbortController().signal, async (sequence) => {
      await sequence.step(part('server'));
      await sequence.step(() => Promise.reject(new Error('no door')));
    });
    await expect(started).rejects.toThrow('no door');
    expect(events).toEqual(['start server', 'stop server']);
  });

  it('begins no further step once it is to stop, and hands over what runs', async () => {
    const stopping = new AbortController();
    const running = await StartSequence.run(stopping.signal, async (sequence) => {
      await sequence.step(part('server'));
      stopping.abort();
      await sequence.step(part('door'));
    });
    expect(events).toEqual(['start server']);
    await running.stop();
    expect(events).toEqual(['start server', 'stop server']);
  });

  it('stops the rest when one part fails to stop, and says so', async () => {
    const running = await StartSequence.run(new AbortController().signal, async (sequence) => {
      await sequence.step(part('server'));
      await sequence.step(part('door', new Error('stuck')));
    });
    await expect(running.stop()).rejects.toThrow('stuck');
    expect(events).toEqual(['start server', 'start door', 'stop door', 'stop server']);
  });
});
