import { Corpus } from './corpus';
import type { Example } from './example';
import { TRAINING, Training } from './training';
import { WordVectors } from '../vectors/word-vectors';

/** Two subjects whose questions and replies share no word: only the pairs can teach that they belong together. */
const SUBJECTS = [
  { asked: 'mailbox inbox receive folder missing', replied: 'repair index rebuild profile now' },
  { asked: 'printer paper colour margins blank', replied: 'driver update queue restart spooler' },
];

function examples(count: number): Example[] {
  return Array.from({ length: count }, (_, n): Example => {
    const { asked, replied } = SUBJECTS[n % 2] ?? { asked: '', replied: '' };
    const words = asked.split(' ');
    const turned = [...words.slice(n % 5), ...words.slice(0, n % 5)];
    return { kind: 'thread', title: turned.slice(0, 3).join(' '), body: turned.join(' '), replies: [replied] };
  });
}

function learn(seed: number): WordVectors {
  const corpus = new Corpus();
  for (const example of examples(80)) corpus.add(example);
  const run = new Training(corpus.lesson(), { ...TRAINING, seed, dimensions: 16, batch: 8 }).run();
  let step = run.next();
  while (!step.done) step = run.next();
  return step.value;
}

function likeness(vectors: WordVectors, a: string, b: string): number {
  const other = vectors.embed(b);
  return vectors.embed(a).reduce((sum, value, d) => sum + value * other[d]!, 0);
}

describe('Training', () => {
  it('learns that words belong together which never stand in one text', () => {
    const vectors = learn(1);
    expect(likeness(vectors, 'mailbox folder', 'rebuild index')).toBeGreaterThan(0.5);
    expect(likeness(vectors, 'mailbox folder', 'driver queue')).toBeLessThan(0.2);
  });

  it('learns the same from the same seed, and keeps it as bytes', () => {
    const bytes = learn(7).toBuffer();
    expect(learn(7).toBuffer().equals(bytes)).toBe(true);
    expect(learn(8).toBuffer().equals(bytes)).toBe(false);
    const read = WordVectors.fromBuffer(bytes);
    expect(read.size).toBe(20);
    expect(read.embed('Mailbox missing!')).toEqual(learn(7).embed('Mailbox missing!'));
  });

  it('tells how far it is and can be left at any time', () => {
    const corpus = new Corpus();
    for (const example of examples(80)) corpus.add(example);
    const done = [...new Training(corpus.lesson(), { ...TRAINING, dimensions: 16, batch: 40 }).run()];
    expect(done).toHaveLength(20);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBe(1);
  });

  it('learns nothing from too little', () => {
    const run = new Training(new Corpus().lesson()).run();
    const { value, done } = run.next();
    expect(done).toBe(true);
    expect((value as WordVectors).embed('anything at all')).toHaveLength(0);
  });
});

describe('WordVectors', () => {
  it('says that an unknown text is like nothing', () => {
    expect([...learn(1).embed('☎ unheard')].every((value) => value === 0)).toBe(true);
  });

  it('refuses bytes that are no model or not whole', () => {
    const bytes = learn(1).toBuffer();
    expect(() => WordVectors.fromBuffer(bytes.subarray(0, -4))).toThrow('not whole');
    expect(() => WordVectors.fromBuffer(Buffer.from('something else that is long enough'))).toThrow('no word vectors');
    expect(() => WordVectors.fromBuffer(Buffer.alloc(3))).toThrow(RangeError);
  });
});
