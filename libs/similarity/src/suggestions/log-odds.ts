import type { Basis } from '../ranking/thread-memory.ts';
import type { Evidence } from './evidence.ts';
import type { SuggestionKind } from './suggestion.ts';

type Weights = Readonly<Record<'base' | 'score' | 'votes' | 'usual' | 'nearest' | 'text', number>>;

const TOPIC = { votes: 0, usual: 0, nearest: 0, text: 0 } as const;

/**
 * Logistic regressions of "somebody pointed to it" over all candidates of all questions of 2023-07 to 2024-06 of a real
 * community, whether anything was linked there or not (docs/decisions).
 */
const WEIGHTS: Readonly<Record<Basis, Readonly<Record<SuggestionKind, Weights>>>> = {
  LEARNED: {
    ARTICLE: { base: -6.4, score: 1.42, votes: 1.13, usual: 2.56, nearest: 3.31, text: 0.24 },
    TOPIC: { ...TOPIC, base: -10.83, score: 5.27 },
  },
  PRETRAINED_TOO: {
    ARTICLE: { base: -6.4, score: 1.42, votes: 1.13, usual: 2.56, nearest: 3.31, text: 0.24 },
    TOPIC: { ...TOPIC, base: -10.83, score: 5.27 },
  },
  WORDS: {
    ARTICLE: { base: -6.4, score: 1.42, votes: 1.13, usual: 2.56, nearest: 3.31, text: 0.24 },
    TOPIC: { ...TOPIC, base: -10.83, score: 5.27 },
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
    weights.text * evidence.text
  );
}
