import { best, scaleToBest } from '../ranking/best.ts';
import { Bm25 } from '../ranking/bm25.ts';
import { beginningOf, unicodeWords } from '../words/unicode-words.ts';
import { queriesOf, Scoreboard, type Period, type Standing } from './evaluation.ts';
import type { History, PastLink } from './history.ts';
import { Replay, type Watcher } from './replay.ts';

/** So much of a question is written when suggestions are shown. */
const BODY_WORDS = 50;
const SHOWN = 10;
const VOTERS = 30;

/** What simple ways would suggest, for comparison: the text, what is linked most, and both. */
class Baselines implements Watcher {
  readonly linked: Float64Array;
  private readonly texts = new Bm25();
  private readonly threads = new Bm25();
  private readonly numbers = new Map<number, number>();
  private readonly votes: number[][] = [];
  private readonly history: History;

  constructor(history: History) {
    this.history = history;
    this.linked = new Float64Array(history.articles.length);
    for (const { title, text } of history.articles) this.texts.add(unicodeWords(`${title} ${text}`));
  }

  articleLinked({ from, to }: PastLink): void {
    this.linked[to]!++;
    let number = this.numbers.get(from);
    if (number === undefined) {
      number = this.votes.push([]) - 1;
      this.numbers.set(from, number);
      const { title, body } = this.history.threads[from]!;
      this.threads.add(unicodeWords(`${title} ${beginningOf(body, BODY_WORDS)}`));
    }
    this.votes[number]!.push(to);
  }

  threadLinked(): void {
    // Articles are not found by it.
  }

  rankings(words: readonly string[]): Record<string, ArrayLike<number>> {
    const text = scaleToBest(this.texts.scores(words));
    const often = this.linked.map((count) => Math.log1p(count));
    const near = this.threads.scores(words);
    const votes = new Float64Array(text.length);
    for (const number of best(near, VOTERS)) for (const to of this.votes[number]!) votes[to]! += near[number]!;
    return {
      'article text (BM25)': text,
      'linked often': often,
      'BM25 + .3 linked often': text.map((score, article) => score + 0.3 * often[article]!),
      'links of earlier threads like it by BM25': votes,
    };
  }
}

/** How well articles are suggested for questions in which someone later linked one (the table B1 of docs/decisions). */
export function evaluateArticles(history: History, periods: readonly Period[]): Standing[] {
  const board = new Scoreboard();
  for (const period of periods) {
    const baselines = new Baselines(history);
    const replay = new Replay(history, period.vectors, baselines);
    for (const [thread, right] of queriesOf(history, history.articleLinks, period)) {
      const { at, title, body } = history.threads[thread]!;
      replay.goTo(at);
      const common = best(baselines.linked, SHOWN).some((article) => right.has(article));
      const parts = common ? ['all'] : ['all', 'long tail'];
      const query = replay.memory.compare(title, beginningOf(body, BODY_WORDS));
      for (const [name, scores] of Object.entries(baselines.rankings(query.words))) {
        board.add(name, parts, best(scores, SHOWN), right);
      }
      const ranked = replay.articles.rank(query, SHOWN).map(({ article }) => article);
      board.add('the ranker', parts, ranked, right);
    }
  }
  return board.standings();
}
