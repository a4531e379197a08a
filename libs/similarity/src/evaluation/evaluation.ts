import type { WordVectors } from '../vectors/word-vectors.ts';
import type { PastLink } from './history.ts';
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

/** By thread: all that others pointed to in it, at any time. */
export function targetsByThread(links: readonly PastLink[]): ReadonlyMap<number, ReadonlySet<number>> {
  const targets = new Map<number, Set<number>>();
  for (const { from, to } of links) {
    const known = targets.get(from);
    if (known) known.add(to);
    else targets.set(from, new Set([to]));
  }
  return targets;
}
