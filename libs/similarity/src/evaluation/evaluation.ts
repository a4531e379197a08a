import type { WordVectors } from '../vectors/word-vectors.ts';
import type { History, PastLink } from './history.ts';
import { RankMetrics, type RankFigures } from './rank-metrics.ts';

/** A stretch of time that is judged, and vectors learned from nothing later than its beginning. */
export interface Period {
  readonly from: number;
  /** Not included. */
  readonly to: number;
  readonly vectors: WordVectors;
}

/** One line of a table: how a ranker did on a part of the queries. */
export interface Standing {
  readonly ranker: string;
  readonly part: string;
  readonly figures: RankFigures;
}

/** Gathers the standings of rankers, whole and by part. */
export class Scoreboard {
  private readonly metrics = new Map<string, { ranker: string; part: string; metrics: RankMetrics }>();

  add(ranker: string, parts: readonly string[], ranked: readonly number[], right: ReadonlySet<number>): void {
    for (const part of parts) {
      const key = `${part}: ${ranker}`;
      const line = this.metrics.get(key) ?? { ranker, part, metrics: new RankMetrics() };
      line.metrics.add(ranked, right);
      this.metrics.set(key, line);
    }
  }

  standings(): Standing[] {
    return [...this.metrics.values()].map(({ ranker, part, metrics }) => ({
      ranker,
      part,
      figures: metrics.figures(),
    }));
  }
}

/** The threads of a period that have a right answer, in order of time, each with all that others linked in it at any time. */
export function queriesOf(
  { threads }: History,
  links: readonly PastLink[],
  { from, to }: Period,
): [thread: number, right: ReadonlySet<number>][] {
  const right = new Map<number, Set<number>>();
  for (const link of links) {
    const at = threads[link.from]!.at;
    if (at < from || at >= to) continue;
    right.set(link.from, (right.get(link.from) ?? new Set()).add(link.to));
  }
  return [...right].sort(([a], [b]) => a - b);
}
