import type { Agreement, HelpStanding, JudgedQuestion } from '@app/reputation';
import { meanOf, type Figure } from '@app/similarity';

/** What everything is compared with: ten points for a vote, fifteen for an answer that solved it. */
const COMPARED_WITH = 'vanity sum 10/15';

/** How one way of ranking people did. */
export interface HelpFigures {
  readonly ranker: string;
  /** Questions that were judged. */
  readonly n: number;
  readonly first: Figure;
  readonly pairwise: Figure;
  readonly reciprocal: Figure;
  /** How much more than the vanity sum on the same questions. */
  readonly gain: { readonly first: Figure; readonly pairwise: Figure };
  readonly nextYear: Agreement | null;
}

/** The means with the ranges in which 95 % of resamples lie; of differences too, question by question. */
export function helpFigures(standings: readonly HelpStanding[], seed: number): HelpFigures[] {
  const compared = standings.find(({ ranker }) => ranker === COMPARED_WITH)?.questions ?? [];
  return standings.map(({ ranker, questions, nextYear }) => {
    const of = (key: keyof JudgedQuestion): Figure =>
      meanOf(
        questions.map((one) => one[key]),
        seed,
      );
    const gain = (key: keyof JudgedQuestion): Figure =>
      meanOf(
        questions.map((one, place) => one[key] - compared[place]![key]),
        seed,
      );
    return {
      ranker,
      n: questions.length,
      first: of('first'),
      pairwise: of('pairwise'),
      reciprocal: of('reciprocal'),
      gain: { first: gain('first'), pairwise: gain('pairwise') },
      nextYear,
    };
  });
}
