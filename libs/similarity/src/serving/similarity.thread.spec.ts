import { WordVectors } from '../vectors/word-vectors';
import type { RememberedTopic } from './remembered';
import { SimilarityThread } from './similarity.thread';
import { ThreadGone } from './thread-gone';

const vectors = new WordVectors(['inbox', 'printer'], Float32Array.of(1, 0, 0, 1));
const query = { title: 'printer', body: '', except: null, now: 0 };

function topic(id: string, title: string): RememberedTopic {
  return { id, title, body: '', replies: [], at: 0, lastActive: 0, solved: false, open: true };
}

describe('SimilarityThread', () => {
  let thread: SimilarityThread;

  beforeEach(() => {
    thread = new SimilarityThread();
  });
  afterEach(() => thread.end());

  it('keeps memories apart, by name', async () => {
    await thread.ask('one', { do: 'open', model: vectors.toBuffer(), halfRight: null, most: 100 });
    await thread.ask('other', { do: 'open', model: null, halfRight: null, most: 100 });
    const changes = { topics: [topic('a', 'printer jam'), topic('b', 'inbox full')] };
    const { size, bytes } = await thread.ask('one', { do: 'apply', changes });
    expect(size).toBe(2);
    expect(bytes).toBeGreaterThan(0);
    const { candidates } = await thread.ask('one', { do: 'suggest', query, count: 5 });
    expect(candidates[0]).toMatchObject({ kind: 'TOPIC', id: 'a', because: { likeness: 0.5 } });
    expect((await thread.ask('other', { do: 'suggest', query, count: 5 })).candidates).toEqual([]);
    const answered = { ...topic('c', 'printer dead'), replies: ['inbox'], lastActive: 1 };
    await thread.ask('one', { do: 'apply', changes: { topics: [answered] } });
    const like = async (except: string | null) =>
      (await thread.ask('one', { do: 'threadsLike', query: { ...query, except }, count: 5 })).threads;
    expect(await like(null)).toMatchObject([{ topicId: 'c', likeness: 0.5 }]);
    expect(await like('c')).toEqual([]);
    await thread.ask('one', { do: 'close' });
    await expect(thread.ask('one', { do: 'suggest', query, count: 5 })).rejects.toThrow('closed');
  });

  it('takes over the memory of a model, where it shares that with nothing', async () => {
    const own = new Uint8Array(vectors.toBuffer());
    await thread.ask('one', { do: 'open', model: own, halfRight: null, most: 100 });
    expect(own.byteLength).toBe(0);
    const shared = Buffer.from(new Uint8Array([0, ...vectors.toBuffer()]).buffer, 1);
    await thread.ask('other', { do: 'open', model: shared, halfRight: null, most: 100 });
    expect(shared.byteLength).toBeGreaterThan(0);
    for (const memory of ['one', 'other']) {
      await thread.ask(memory, { do: 'apply', changes: { topics: [topic('a', 'printer jam')] } });
      expect((await thread.ask(memory, { do: 'suggest', query, count: 5 })).candidates[0]).toMatchObject({ id: 'a' });
    }
  });

  it('tells what went wrong with one call, and goes on', async () => {
    await expect(
      thread.ask('bad', { do: 'open', model: Buffer.from('no model'), halfRight: null, most: 1 }),
    ).rejects.toThrow('no word vectors');
    await expect(thread.ask('one', { do: 'open', model: null, halfRight: null, most: 1 })).resolves.toMatchObject({
      size: 0,
    });
    expect(thread.alive).toBe(true);
  });

  it('tells everybody who waits, and who comes later, that it has ended', async () => {
    const waiting = [1, 2].map(() => thread.ask('one', { do: 'open', model: null, halfRight: null, most: 1 }));
    const ended = thread.end();
    for (const call of waiting) await expect(call).rejects.toThrow(ThreadGone);
    await ended;
    expect([thread.alive, thread.calls]).toEqual([false, 0]);
    await expect(thread.ask('one', { do: 'close' })).rejects.toThrow(ThreadGone);
  });
});
