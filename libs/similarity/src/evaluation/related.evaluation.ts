import { best } from '../ranking/best.ts';
import { queriesOf, Scoreboard, type Period, type Standing } from './evaluation.ts';
import type { History } from './history.ts';
import { Replay } from './replay.ts';

const DAY = 86_400_000;
const SHOWN = 10;

/** How well earlier threads are found to which someone later pointed (the table B2 of docs/decisions). */
export function evaluateRelated(history: History, periods: readonly Period[]): Standing[] {
  const board = new Scoreboard();
  const { threads } = history;
  const earlier = history.threadLinks.filter(({ from, to }) => to < from);
  for (const period of periods) {
    const linked = new Float64Array(threads.length);
    const replay = new Replay(history, period.vectors, {
      articleLinked: () => undefined,
      threadLinked: ({ to }) => void linked[to]!++,
    });
    for (const [thread, right] of queriesOf(history, earlier, period)) {
      const { at, title, body } = threads[thread]!;
      replay.goTo(at);
      const parts = ['all', [...right].some((to) => linked[to]! > 0) ? 'repeat' : 'first time'];
      const query = replay.memory.compare(title, body);
      const { sharedWords: words, likeness } = query;
      const fresh = words.map((_, number) => Math.exp((threads[number]!.at - at) / DAY / 30));
      const often = words.map((score, number) => score + 0.3 * Math.log1p(linked[number]!));
      const simple = {
        'BM25 title and body': words,
        'BM25 + .3 linked often': often,
        'BM25 + .3 linked often + .5 fresh (30 days)': often.map((score, number) => score + 0.5 * fresh[number]!),
        'learned + .3 BM25 + .3 fresh, no links': likeness.map(
          (score, number) => score + 0.3 * words[number]! + 0.3 * fresh[number]!,
        ),
      };
      for (const [name, scores] of Object.entries(simple)) board.add(name, parts, best(scores, SHOWN), right);
      board.add(
        'the ranker',
        parts,
        replay.related.rank(query, at, SHOWN).map((one) => one.thread),
        right,
      );
    }
  }
  return board.standings();
}
