import { Corpus } from '../learning/corpus';
import { TRAINING, Training } from '../learning/training';
import type { WordVectors } from '../vectors/word-vectors';
import type { Period, Standing } from './evaluation';
import type { History, PastLink } from './history';
import { pastExamples } from './past-examples';
import { Replay } from './replay';
import { SuggestionsEvaluation, type EvaluationOptions, type SuggestionStandings } from './suggestions.evaluation';
import { englishWords, ownWords } from './words-of';

const HOUR = 3_600_000;
const SUBJECTS = Array.from({ length: 15 }, (_, n) => `thing${n} fault${n} screen${n}`);

/** Questions about the subjects in turn; someone links the subject's article, and the first question about it. */
function community(count: number): History {
  const threads = Array.from({ length: count }, (_, n) => {
    const words = SUBJECTS[n % SUBJECTS.length] ?? '';
    const at = n * 10 * HOUR;
    return {
      id: `topic${n}`,
      at,
      author: `asker${n}`,
      title: words,
      body: `${words} since monday`,
      replies: [{ at: at + HOUR, text: `guide about ${words}` }],
    };
  });
  const links: PastLink[] = threads.map(({ at }, from) => ({ at: at + HOUR, from, to: from % SUBJECTS.length }));
  return {
    threads,
    // Their words tell nothing: only what was linked before does.
    articles: SUBJECTS.map((_, n) => ({ id: `article${n}`, title: `Guide ${n} of all`, text: 'read this' })),
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

function evaluate(
  past: History,
  periods: readonly Period[],
  more: Partial<EvaluationOptions> = {},
): Promise<SuggestionStandings> {
  return new SuggestionsEvaluation(past, { wordsOf: ownWords, engines: [], pretrained: null, ...more }).run(periods);
}

function of(standings: readonly Standing[], ranker: string, part = 'all'): Standing['figures'] {
  const found = standings.find((one) => one.ranker === ranker && one.part === part);
  if (!found) throw new Error(`No line "${ranker}" for "${part}".`);
  return found.figures;
}

describe('the evaluation', () => {
  it('counts each question of the period once and sees that the ranker finds what was linked', async () => {
    const { articles, related } = await evaluate(history, [period]);
    expect(of(articles, 'the ranker')).toMatchObject({ n: 60, hit1: { mean: 1 } });
    expect(of(articles, 'links of earlier threads like it by BM25').hit1.mean).toBe(1);
    expect(of(articles, 'linked often').hit1.mean).toBeLessThan(0.5);
    expect(of(related, 'the ranker')).toMatchObject({ n: 60, hit1: { mean: 1 } });
  });

  it('tells first-time targets from repeated ones', async () => {
    const { related } = await evaluate(history, [period]);
    expect(of(related, 'the ranker', 'repeat').n).toBe(60);
    const once = { ...history, threadLinks: history.threadLinks.filter(({ at }) => at > 1_340 * HOUR) };
    expect(once.threadLinks).toHaveLength(1);
    expect(of((await evaluate(once, [period])).related, 'the ranker', 'first time').n).toBe(1);
  });

  it('gives the same for one period and for its halves', async () => {
    const middle = 1_000 * HOUR;
    const halves = [
      { ...period, to: middle },
      { ...period, from: middle },
    ];
    expect(await evaluate(history, halves)).toEqual(await evaluate(history, [period]));
  });

  it('counts cards on questions in which nobody pointed to anything', async () => {
    const quiet = (from: number): boolean => from % 2 === 0;
    const half: History = {
      ...history,
      articleLinks: history.articleLinks.filter(({ from, at }) => at < FROM || quiet(from)),
      threadLinks: [],
    };
    const { alarms } = await evaluate(half, [period]);
    expect(alarms.map(({ kind }) => kind)).toEqual(['articles and topics', 'articles', 'topics']);
    const articles = alarms.find(({ kind }) => kind === 'articles');
    expect(articles).toMatchObject({ questions: 60, linked: 30, firstIsRight: 30, fixed: { threshold: 0.5 } });
    expect(articles?.half.caught.mean).toBeGreaterThanOrEqual(0.5);
    expect(articles?.half.falseAlarms.mean).toBeGreaterThan(0);
  });

  it('judges engines, and a pretrained model beside, on the same questions', async () => {
    const subject = (number: number): Float32Array =>
      Float32Array.from({ length: 16 }, (_, n) => (n === number % SUBJECTS.length ? 1 : 0));
    const { articles, related } = await evaluate(history, [period], {
      engines: [
        {
          name: 'an engine',
          articles: (title) => Promise.resolve([SUBJECTS.indexOf(title)]),
          threadsBefore: () => Promise.resolve([]),
        },
      ],
      pretrained: { name: 'a model', thread: subject, typed: subject, article: subject },
    });
    expect(of(articles, 'an engine').hit1.mean).toBe(1);
    expect(of(related, 'an engine').hit5.mean).toBe(0);
    expect(of(articles, 'the ranker, a model beside')).toMatchObject({ n: 60, hit1: { mean: 1 } });
  });

  it('can be stopped, and says how far it is', async () => {
    const done: number[] = [];
    await evaluate(history, [period], { onProgress: (share) => done.push(share) });
    expect(done).toEqual([1 / 6, 2 / 6, 3 / 6, 4 / 6, 5 / 6, 1]);
    await expect(evaluate(history, [period], { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
  });

  it('cuts words as other measurements do where that is asked for', () => {
    expect(englishWords('How do I get the replies of my inboxes, printing queries?')).toEqual([
      'reply',
      'inboxe',
      'print',
      'query',
    ]);
  });

  it('knows nothing of what comes later', () => {
    const until = ({ at }: { at: number }): boolean => at < FROM;
    const past: History = {
      ...history,
      threads: history.threads.filter(until),
      articleLinks: history.articleLinks.filter(until),
      threadLinks: history.threadLinks.filter(until),
    };
    expect([...pastExamples(history, FROM)]).toEqual([...pastExamples(past, FROM)]);
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
