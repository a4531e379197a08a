import type { Basis } from '../ranking/thread-memory.ts';
import type { Evidence } from './evidence.ts';
import type { SuggestionKind } from './suggestion.ts';

type Weights = Readonly<Record<'base' | 'score' | 'votes' | 'usual' | 'nearest' | 'likeness' | 'text', number>>;

const TOPIC = { votes: 0, usual: 0, nearest: 0, likeness: 0, text: 0 } as const;

/**
 * Logistic regressions of "somebody pointed to it" over all candidates of all questions of 2023-07 to 2024-06 of a real
 * community, whether anything was linked there or not (docs/decisions).
 */
const WEIGHTS: Readonly<Record<Basis, Readonly<Record<SuggestionKind, Weights>>>> = {
  LEARNED: {
    ARTICLE: { base: -8.68, score: 1.31, votes: 1.16, usual: 2.82, nearest: 2.94, likeness: 1.08, text: 0.22 },
    TOPIC: { ...TOPIC, base: -9.52, score: 3.81 },
  },
  PRETRAINED_TOO: {
    ARTICLE: { base: -9.34, score: 1.15, votes: 1.16, usual: 3.31, nearest: 3.09, likeness: 2.54, text: 0.15 },
    TOPIC: { ...TOPIC, base: -10.55, score: 3.77 },
  },
  WORDS: {
    ARTICLE: { base: -8.39, score: 0.4, votes: 1.66, usual: 6.15, nearest: 0, likeness: 0, text: 0.48 },
    TOPIC: { ...TOPIC, base: -11.63, score: 7.35 },
  },
};

/** The log-odds that somebody would point to a candidate: the same scale for articles and topics. */
export function logOdds(kind: SuggestionKind, evidence: Evidence): number {
  const weights = WEIGHTS[evidence.basis][kind];
  return (
    weights.base +
    weights.score * evidence.score +
    weights.votes * Math.log1p(evidence.votes) +
    weights.usual * evidence.usual +
    weights.nearest * evidence.nearest +
    weights.likeness * evidence.likeness +
    weights.text * evidence.text
  );
}
