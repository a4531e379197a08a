import type { RememberedLink } from '../serving/remembered';
import { WordVectors } from '../vectors/word-vectors';
import { USUAL_HALF } from '../suggestions/half-right';
import { Gate, type DatedTopic } from './gate';
import type { GateFigures, GateMeasures } from './gate-figures';
import { GateThread } from './gate.thread';
import { gateVerdict } from './gate-verdict';

const DAY = 86_400_000;
const FROM = 500 * DAY;
const WORDS = ['inbox', 'mailbox', 'printer', 'spooler', 'font', 'typeface'];
/** Words of a subject belong together. */
const GOOD = new WordVectors(
  WORDS,
  Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0),
);
/** The same, put the wrong way round. */
const BAD = new WordVectors(
  WORDS,
  Float32Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0),
);

const articles = [0, 1, 2].map((n) => ({ id: `article${n}`, title: `number ${n}`, text: 'nothing in common' }));

function topic(id: string, at: number, title: string): DatedTopic {
  return { id, at, title, body: '', replies: [{ at: at + 1, text: title }], solved: false, open: true };
}

function link(from: string, to: string, at: number): RememberedLink {
  return { key: `${from} ${to}`, from, to, kind: 'ARTICLE', at, duplicate: false };
}

/** Before the month one word of each subject taught; in it the other one is asked by. */
const topics = [0, 1, 2].flatMap((n) => [
  topic(`old${n}`, FROM - 90 * DAY, WORDS[2 * n]!),
  ...Array.from({ length: 10 }, (_, day) => topic(`new${n}-${day}`, FROM + day * DAY + n, WORDS[2 * n + 1]!)),
]);
const links = [
  ...[0, 1, 2].map((n) => link(`old${n}`, `article${n}`, FROM - 80 * DAY)),
  ...[0, 1, 2].flatMap((n) =>
    Array.from({ length: 10 }, (_, d) => link(`new${n}-${d}`, `article${n}`, FROM + 20 * DAY)),
  ),
];

function measuresOf(...versions: WordVectors[]): GateMeasures {
  const gate = new Gate(versions, FROM);
  gate.articles(articles);
  gate.topics(topics);
  gate.linked(links);
  return gate.measures();
}

function figuresOf(...versions: WordVectors[]): GateFigures {
  return measuresOf(...versions).figures;
}

describe('the gate', () => {
  it('measures versions on the same questions, by what was known then', () => {
    const figures = figuresOf(GOOD, BAD);
    expect(figures).toMatchObject({ questions: 30, meanReciprocalRank: 1, hitAt5: 1 });
    expect(figures.before?.meanReciprocalRank).toBeLessThan(0.7);
    expect(figuresOf(GOOD)).toMatchObject({ questions: 30, meanReciprocalRank: 1, before: null, standardError: null });
  });

  it('refuses what is worse beyond chance, and says how it was measured', () => {
    expect(gateVerdict(figuresOf(BAD, GOOD), 6)).toMatchObject({
      accepted: false,
      reason: expect.stringMatching(/^It is worse than the version in use: -0\.\d+ by 30 questions/) as unknown,
    });
    expect(gateVerdict(figuresOf(GOOD, BAD), 6).accepted).toBe(true);
    expect(gateVerdict(figuresOf(GOOD, GOOD), 6).accepted).toBe(true);
  });

  it.each<[string, Partial<GateFigures>, number, boolean]>([
    ['bad luck with few links', { meanReciprocalRank: 0.4, standardError: 0.07 }, 6, true],
    ['a small loss that is sure', { meanReciprocalRank: 0.48, standardError: 0.01 }, 6, false],
    ['too few questions', { meanReciprocalRank: 0, questions: 19 }, 6, true],
    ['the first', { before: null, standardError: null }, 6, true],
    ['nothing learned', {}, 0, false],
  ])('judges %s', (_, changed, words, accepted) => {
    const before = { meanReciprocalRank: 0.5, hitAt5: 0.6 };
    const figures = { questions: 100, meanReciprocalRank: 0.5, hitAt5: 0.6, before, standardError: 0.02, ...changed };
    expect(gateVerdict(figures, words).accepted).toBe(accepted);
  });

  it('sees where half of the right ones stand, by what the new version suggests first', () => {
    const { halfRight } = measuresOf(GOOD, BAD);
    expect(halfRight).toBe(measuresOf(GOOD).halfRight);
    expect(halfRight).toBeGreaterThan(USUAL_HALF);
    expect(new Gate([GOOD], FROM).measures().halfRight).toBe(USUAL_HALF);
  });

  it('measures the same in a thread, and stops when it is asked to', async () => {
    async function* parts(): AsyncGenerator<
      { topics: DatedTopic[] } | { links: RememberedLink[] } | { articles: typeof articles }
    > {
      yield { articles };
      yield { topics };
      yield { links };
    }
    const data = { versions: [GOOD.toBuffer(), BAD.toBuffer()], from: FROM };
    await expect(GateThread.measure(data, parts())).resolves.toEqual(measuresOf(GOOD, BAD));
    const stop = new AbortController();
    async function* stopping(): AsyncGenerator<{ topics: DatedTopic[] }> {
      yield { topics };
      stop.abort();
      yield { topics };
    }
    await expect(GateThread.measure(data, stopping(), stop.signal)).rejects.toThrow('abort');
  });
});
