import { Corpus } from '../learning/corpus';
import { TRAINING, Training } from '../learning/training';
import type { WordVectors } from '../vectors/word-vectors';
import { evaluateArticles } from './articles.evaluation';
import type { Standing } from './evaluation';
import type { History, PastLink } from './history';
import { pastExamples } from './past-examples';
import { evaluateRelated } from './related.evaluation';
import { Replay } from './replay';

const HOUR = 3_600_000;
const SUBJECTS = Array.from({ length: 15 }, (_, n) => `thing${n} fault${n} screen${n}`);

/** Questions about the subjects in turn; someone links the subject's article, and the first question about it. */
function community(count: number): History {
  const threads = Array.from({ length: count }, (_, n) => {
    const words = SUBJECTS[n % SUBJECTS.length] ?? '';
    const at = n * 10 * HOUR;
    return {
      at,
      author: `asker${n}`,
      title: words,
      body: `${words} since monday`,
      replies: [{ at: at + HOUR, author: 'helper', text: `guide about ${words}` }],
    };
  });
  const links: PastLink[] = threads.map(({ at }, from) => ({ at: at + HOUR, from, to: from % SUBJECTS.length }));
  return {
    threads,
    // Their words tell nothing: only what was linked before does.
    articles: SUBJECTS.map((_, n) => ({ title: `Guide ${n} of all`, text: 'read this' })),
    articleLinks: links,
    threadLinks: links.slice(SUBJECTS.length),
  };
}

function learned(history: History, before: number): WordVectors {
  const corpus = new Corpus();
  for (const example of pastExamples(history, before)) corpus.add(example);
  const run = new Training(corpus.lesson(), { ...TRAINING, dimensions: 16, batch: 16 }).run();
  let step = run.next();
  while (!step.done) step = run.next();
  return step.value;
}

const history = community(135);
const FROM = 750 * HOUR;
const period = { from: FROM, to: 1_350 * HOUR, vectors: learned(history, FROM) };

function of(standings: readonly Standing[], ranker: string, part = 'all'): Standing['figures'] {
  const found = standings.find((one) => one.ranker === ranker && one.part === part);
  if (!found) throw new Error(`No line "${ranker}" for "${part}".`);
  return found.figures;
}

describe('the evaluations', () => {
  it('count each question of the period once and see that the ranker finds what was linked', () => {
    const standings = evaluateArticles(history, [period]);
    expect(of(standings, 'the ranker')).toMatchObject({ n: 60, hit1: { mean: 1 } });
    expect(of(standings, 'links of earlier threads like it by BM25').hit1.mean).toBe(1);
    expect(of(standings, 'linked often').hit1.mean).toBeLessThan(0.5);
  });

  it('tell first-time targets from repeated ones', () => {
    const standings = evaluateRelated(history, [period]);
    expect(of(standings, 'the ranker')).toMatchObject({ n: 60, hit1: { mean: 1 } });
    expect(of(standings, 'the ranker', 'repeat').n).toBe(60);
    const once = { ...history, threadLinks: history.threadLinks.filter(({ at }) => at > 1_340 * HOUR) };
    expect(once.threadLinks).toHaveLength(1);
    expect(of(evaluateRelated(once, [period]), 'the ranker', 'first time').n).toBe(1);
  });

  it('give the same for one period and for its halves', () => {
    const middle = 1_000 * HOUR;
    const halves = [
      { ...period, to: middle },
      { ...period, from: middle },
    ];
    expect(evaluateArticles(history, halves)).toEqual(evaluateArticles(history, [period]));
    expect(evaluateRelated(history, halves)).toEqual(evaluateRelated(history, [period]));
  });

  it('know nothing of what comes later', () => {
    const until = ({ at }: { at: number }): boolean => at < FROM;
    const past: History = {
      ...history,
      threads: history.threads.filter(until),
      articleLinks: history.articleLinks.filter(until),
      threadLinks: history.threadLinks.filter(until),
    };
    expect([...pastExamples(history, FROM)]).toEqual([...pastExamples(past, Infinity)]);
    const whole = new Replay(history, period.vectors);
    const cut = new Replay(past, period.vectors);
    whole.goTo(FROM);
    cut.goTo(FROM);
    for (const words of SUBJECTS) {
      const query = whole.memory.compare(words, '');
      expect(whole.articles.rank(query, 4)).toEqual(cut.articles.rank(query, 4));
      expect(whole.related.rank(query, FROM, 10)).toEqual(cut.related.rank(query, FROM, 10));
    }
  });
});
