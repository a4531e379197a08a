import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EmbedderDown } from './embedder';
import { ModelEmbedder } from './model.embedder';

const FOLDER = resolve('../shared/models/all-minilm-l6-v2');

function hasPackages(): boolean {
  try {
    createRequire(__filename).resolve('onnxruntime-node');
    return true;
  } catch {
    return false;
  }
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, d) => sum + value * b[d]!, 0);
}

/** Skipped, and shown as such, where the model or the packages that are installed on demand are not there. */
const whereInstalled = existsSync(join(FOLDER, 'model.onnx')) && hasPackages() ? describe : describe.skip;

describe('ModelEmbedder', () => {
  it('says what to install, or what is wrong with the folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'model-'));
    writeFileSync(join(folder, 'tokenizer.json'), '{}');
    const opening = ModelEmbedder.open(folder);
    await expect(opening).rejects.toThrow(EmbedderDown);
    await expect(opening).rejects.toThrow(hasPackages() ? 'model.onnx' : 'npm install --no-save onnxruntime-node@');
    rmSync(folder, { recursive: true });
  });
});

whereInstalled('a model in a folder', () => {
  let model: ModelEmbedder;

  beforeAll(async () => {
    model = await ModelEmbedder.open(FOLDER);
  });

  afterAll(() => model.close());

  it('finds texts alike that share no word', async () => {
    const [asked, same, other] = await model.embed([
      'I can not send messages',
      'Outgoing mail fails',
      'How do I change the colour of the sky?',
    ]);
    expect(dot(asked!, asked!)).toBeCloseTo(1, 4);
    expect(dot(asked!, same!)).toBeGreaterThan(dot(asked!, other!) + 0.2);
    expect(model.name).toMatch(/^all-minilm-l6-v2 [0-9a-f]{12}$/);
  });

  it('reads a text of any length, and none', async () => {
    const [long, empty] = await model.embed(['word '.repeat(5_000), '']);
    expect(long).toHaveLength(384);
    expect(empty).toHaveLength(384);
  });

  it('gives up where it is told to, and goes on with the next', async () => {
    await expect(model.embed(['a', 'b'], AbortSignal.abort())).rejects.toThrow(EmbedderDown);
    expect(await model.embed(['c'])).toHaveLength(1);
  });

  it('says so where it has ended', async () => {
    const another = await ModelEmbedder.open(FOLDER);
    await another.close();
    await expect(another.embed(['a'])).rejects.toThrow(EmbedderDown);
  });
});
