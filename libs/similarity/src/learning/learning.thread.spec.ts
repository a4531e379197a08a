import { setImmediate } from 'node:timers/promises';
import { WordVectors } from '../vectors/word-vectors';
import { Corpus } from './corpus';
import type { Example } from './example';
import { LearningThread } from './learning.thread';
import { TRAINING, Training } from './training';

const OPTIONS = { ...TRAINING, dimensions: 16, batch: 16 };

function* examples(count: number): Generator<Example> {
  for (let n = 0; n < count; n++) {
    const of = `subject${n % 7}`;
    yield {
      kind: 'thread',
      title: `${of} fails`,
      body: `${of} fails every day again`,
      replies: [`repair ${of} or update it`],
    };
  }
}

describe('LearningThread', () => {
  it('learns what the same training learns here, and tells how far it is', async () => {
    const corpus = new Corpus();
    for (const example of examples(350)) corpus.add(example);
    const run = new Training(corpus.lesson(), OPTIONS).run();
    let step = run.next();
    while (!step.done) step = run.next();

    const told: number[] = [];
    const bytes = await LearningThread.learn(examples(350), {
      options: OPTIONS,
      onProgress: (done) => told.push(done),
    });
    expect(bytes.equals(step.value.toBuffer())).toBe(true);
    expect(WordVectors.fromBuffer(bytes).size).toBeGreaterThan(7);
    expect(told.length).toBeGreaterThan(10);
  });

  it('stops when it is asked to, while examples are read and while it trains', async () => {
    const early = new AbortController();
    async function* endless(): AsyncGenerator<Example> {
      for (let n = 0; ; n++) {
        await setImmediate();
        if (n === 3) early.abort();
        yield* examples(50);
      }
    }
    await expect(LearningThread.learn(endless(), { signal: early.signal })).rejects.toThrow('abort');

    const late = new AbortController();
    const stopped = LearningThread.learn(examples(500), {
      options: { ...OPTIONS, epochs: 5_000 },
      signal: late.signal,
      onProgress: () => late.abort(),
    });
    await expect(stopped).rejects.toThrow('abort');
    await expect(LearningThread.learn(examples(1), { signal: late.signal })).rejects.toThrow('abort');
  });

  it('makes an empty model of nothing', async () => {
    const vectors = WordVectors.fromBuffer(await LearningThread.learn([]));
    expect(vectors.size).toBe(0);
    expect(vectors.embed('anything')).toHaveLength(0);
  });

  it('passes on what went wrong while examples were read', async () => {
    async function* broken(): AsyncGenerator<Example> {
      yield* examples(3);
      throw new Error('the database is gone');
    }
    await expect(LearningThread.learn(broken())).rejects.toThrow('the database is gone');
  });
});
