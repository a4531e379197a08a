import { Logger } from '@nestjs/common';
import type { ConfiguredEmbedder } from './configured-embedder';
import { EmbedderDown, type Embedder } from './embedder';
import { QueryEmbedder } from './query-embedder';

/** A model that does as a test says. */
class Model implements Embedder {
  readonly name = 'a model';
  calls = 0;
  answer: (signal?: AbortSignal) => Promise<Float32Array[]> = () => Promise.resolve([Float32Array.of(1, 0)]);

  embed(_: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> {
    this.calls++;
    return this.answer(signal);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function asking(current: Embedder | null): QueryEmbedder {
  const configured: Pick<ConfiguredEmbedder, 'current'> = { current };
  return new QueryEmbedder(configured as ConfiguredEmbedder);
}

beforeAll(() => Logger.overrideLogger(false));

describe('QueryEmbedder', () => {
  it('has nothing to say without a model', async () => {
    expect(await asking(null).embed('title', 'body')).toBeNull();
  });

  it('remembers what it was asked', async () => {
    const model = new Model();
    const embedder = asking(model);
    expect(await embedder.embed('title', 'body')).toEqual(Float32Array.of(1, 0));
    expect(await embedder.embed('title', 'body')).toEqual(Float32Array.of(1, 0));
    expect(model.calls).toBe(1);
  });

  it('leaves a model alone that is down', async () => {
    const model = new Model();
    model.answer = () => Promise.reject(new EmbedderDown('down'));
    const embedder = asking(model);
    expect(await embedder.embed('title', '')).toBeNull();
    expect(await embedder.embed('another', '')).toBeNull();
    expect(model.calls).toBe(1);
  });

  it('does not wait for a model that is slow', async () => {
    const model = new Model();
    model.answer = (signal) =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new EmbedderDown('slow'))));
    // A timer that waits keeps the process of the test from ending, as the model's own work would.
    const working = setInterval(() => undefined, 1_000);
    expect(await asking(model).embed('title', '')).toBeNull();
    clearInterval(working);
  });
});
