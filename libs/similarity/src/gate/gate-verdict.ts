import type { GateFigures } from './gate-figures.ts';

/** Below so many questions the figures say nothing. */
const LEAST_QUESTIONS = 20;
/** Of a normal distribution: one in twenty lies above. */
const ONE_SIDED = 1.645;

/** Whether a version may serve, and why. */
export interface Verdict {
  readonly accepted: boolean;
  readonly reason: string;
}

/**
 * Refuses a version that is worse than the one in use beyond chance: where the mean difference of reciprocal ranks over the
 * same questions, plus 1.645 standard errors, is below 0. Versions are not refused for bad luck with few links; and since
 * each is learned from the texts and not from the version before, small losses don't add up over the nights.
 * @param words how many it has learned
 */
export function gateVerdict(figures: GateFigures, words: number): Verdict {
  const { questions, meanReciprocalRank, before, standardError } = figures;
  if (words === 0) return { accepted: false, reason: 'It learned no words.' };
  if (!before || standardError === null) return { accepted: true, reason: 'It is the first.' };
  if (questions < LEAST_QUESTIONS) {
    return { accepted: true, reason: `The last month has ${questions} questions with links: too few to judge by.` };
  }
  const difference = meanReciprocalRank - before.meanReciprocalRank;
  const measured = `${signed(difference)} by ${questions} questions, standard error ${standardError.toFixed(3)}`;
  return difference + ONE_SIDED * standardError < 0
    ? { accepted: false, reason: `It is worse than the version in use: ${measured}.` }
    : { accepted: true, reason: `It is not worse than the version before: ${measured}.` };
}

function signed(value: number): string {
  return `${value < 0 ? '' : '+'}${value.toFixed(3)}`;
}
