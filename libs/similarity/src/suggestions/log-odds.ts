import type { Basis } from '../ranking/comparison.ts';
import type { Evidence } from './evidence.ts';
import type { SuggestionKind } from './suggestion.ts';

type Weights = Readonly<
  Record<'base' | 'score' | 'votes' | 'lately' | 'ever' | 'anything' | 'nearest' | 'likeness' | 'text', number>
>;

const ARTICLE = { lately: 0 } as const;
const TOPIC = { votes: 0, ever: 0, anything: 0, nearest: 0, likeness: 0, text: 0 } as const;

/** Added to shares before their logarithm is taken. */
const DOUBT = 0.03;

/**
 * Logistic regressions of "somebody pointed to it" over all candidates of all questions of 2023-07 to 2024-06 of a real
 * community, whether anything was linked there or not (docs/decisions); `base` is such that half of the right first ones stand
 * at the same place whatever texts are compared by. The score of a topic has in it already how usual it is.
 */
const WEIGHTS: Readonly<Record<Basis, Readonly<Record<SuggestionKind, Weights>>>> = {
  LEARNED: {
    ARTICLE: {
      ...ARTICLE,
      base: -3.94,
      score: 0.83,
      votes: 0.67,
      ever: 0.79,
      anything: 0.33,
      nearest: 1.34,
      likeness: 0.95,
      text: 0.21,
    },
    TOPIC: { ...TOPIC, base: -11.1, score: 6.13, lately: -14.81 },
  },
  PRETRAINED_TOO: {
    ARTICLE: {
      ...ARTICLE,
      base: -3.99,
      score: 0.52,
      votes: 0.69,
      ever: 0.96,
      anything: 0.25,
      nearest: 1.34,
      likeness: 2.27,
      text: 0.14,
    },
    TOPIC: { ...TOPIC, base: -12.73, score: 5.85, lately: -13.59 },
  },
  WORDS: {
    ARTICLE: {
      ...ARTICLE,
      base: -1.3,
      score: 0.85,
      votes: 0.73,
      ever: 1.55,
      anything: 0.22,
      nearest: 0,
      likeness: 0,
      text: 0.41,
    },
    TOPIC: { ...TOPIC, base: -8.8, score: 4.65, lately: 6.94 },
  },
};

/** The log-odds that somebody would point to a candidate: the same scale for articles and topics. */
export function logOdds(kind: SuggestionKind, evidence: Evidence): number {
  const weights = WEIGHTS[evidence.basis][kind];
  return (
    weights.base +
    weights.score * evidence.score +
    weights.votes * Math.log1p(evidence.votes) +
    weights.lately * evidence.lately +
    weights.ever * Math.log(evidence.ever + DOUBT) +
    weights.anything * Math.log(evidence.anything + DOUBT) +
    weights.nearest * evidence.nearest +
    weights.likeness * evidence.likeness +
    weights.text * evidence.text
  );
}
