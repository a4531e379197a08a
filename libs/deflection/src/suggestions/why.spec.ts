import type { SimilarityReasons } from '@app/similarity';
import { whyOf, type Told } from './why';

const topic: Told = { kind: 'TOPIC', solved: true, meToos: 1, threadTitle: null };
const because = (given: Partial<SimilarityReasons>): SimilarityReasons => ({
  ...{ threads: [], likeness: 0.5, sharedWords: [], links: 0, solved: false },
  ...given,
});
const threads = (count: number): SimilarityReasons['threads'] =>
  Array.from({ length: count }, (_, i) => ({ topicId: String(i), weight: 1 / count, sharedWords: [] }));

describe('why something is suggested', () => {
  it.each([
    [{ threads: threads(1) }, { threadTitle: 'Sync' }, 'Linked by repliers in an earlier topic like yours: ‹Sync›.'],
    [{ threads: threads(1), links: 1 }, {}, 'Linked by repliers in an earlier topic like yours.'],
    [
      { threads: threads(5), links: 12 },
      { threadTitle: 'Sync' },
      'Linked by repliers in 5 earlier topics like yours (and in 12 in all), among them ‹Sync›.',
    ],
    [{ sharedWords: ['calendar', 'sync'] }, {}, 'Solved, and shares calendar, sync with what you wrote.'],
    [{ sharedWords: ['a', 'b', 'c', 'd'] }, {}, 'Solved, and shares a, b, c with what you wrote.'],
    [{}, {}, 'Solved, and is much like what you wrote.'],
    [{ likeness: 0 }, {}, 'Solved, and has words of what you wrote.'],
    [{ sharedWords: ['sync'] }, { kind: 'ARTICLE' }, 'A knowledge article that shares sync with what you wrote.'],
    [{}, { solved: false }, 'Not solved yet, and is much like what you wrote.'],
    [
      { sharedWords: ['sync'] },
      { solved: false, meToos: 2 },
      'Not solved yet; 1 other person has it too, and it shares sync with what you wrote.',
    ],
    [{}, { solved: false, meToos: 5 }, 'Not solved yet; 4 others have it too, and it is much like what you wrote.'],
  ] as const)('%j, %j', (reasons, told, sentence) => {
    expect(whyOf(because(reasons), { ...topic, ...told })).toBe(sentence);
  });

  it('cuts titles that are longer than a sentence', () => {
    const why = whyOf(because({ threads: threads(1) }), { ...topic, threadTitle: '🐌'.repeat(300) });
    expect(why).toBe(`Linked by repliers in an earlier topic like yours: ‹${'🐌'.repeat(80)} …›.`);
  });
});
