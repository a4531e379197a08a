import type { DeflectionCounts } from './deflection-counts.reader';
import type { Assumption, Figure, FigureUnit, Measure } from './figure';
import { QUIET_DAYS } from './said-answered';
import { wilson } from './wilson';

/** What the modelled figure takes for granted. */
export interface ViewAssumptions {
  readonly solvedViewsPerAnswer: number;
  readonly otherViewsPerAnswer: number;
  /** The range goes from the figure divided by this to the figure times this. */
  readonly spread: number;
}

type TwoCounts = readonly [DeflectionCounts, DeflectionCounts];

/** Said so: what is certain, up to what may still become so. */
export function explicitFigure(counts: TwoCounts): Figure {
  const formula =
    `Attempts at asking that said "this answered me" within the window, less those after which the same member (or, ` +
    `of somebody who was not logged in, the same attempt) asked a question within ${QUIET_DAYS} days. Low: attempts whose ` +
    `${QUIET_DAYS} days are over. High: also those that are still waiting. n: attempts that said it.`;
  const assumptions = [{ name: 'quietDays', value: QUIET_DAYS }];
  return figure(counts, { unit: 'QUESTIONS', formula, assumptions }, ({ said, held, waiting }) => ({
    value: held,
    low: held,
    high: held + waiting,
    n: said,
  }));
}

/** Asked for: a share of those who answered. */
export function surveyedFigure(counts: TwoCounts): Figure {
  const formula =
    `YES / all answers (YES, PARTLY, NO) to "Did you find what you needed?" that were given within the window, after ` +
    `attempts at asking and looks at topics. Low and high: Wilson's 95 % interval. n: answers.`;
  return figure(counts, { unit: 'SHARE', formula, assumptions: [] }, ({ surveyed, yes }) => {
    const estimate = wilson(yes, surveyed);
    return {
      value: estimate?.share ?? null,
      low: estimate?.low ?? null,
      high: estimate?.high ?? null,
      n: surveyed,
    };
  });
}

/** Taken for granted: nobody said anything, pages were looked at. */
export function modelledFigure(counts: TwoCounts, given: ViewAssumptions): Figure {
  const { solvedViewsPerAnswer, otherViewsPerAnswer, spread } = given;
  const formula =
    `Views of solved topics / solvedViewsPerAnswer + views of other topics / otherViewsPerAnswer, on the days (UTC) that ` +
    `begin within the window; whether a topic was solved is as of each view. Low and high: divided by, and times, ` +
    `spread. n: views. An assumption, not a measurement.`;
  const assumptions = Object.entries({ solvedViewsPerAnswer, otherViewsPerAnswer, spread }).map(
    ([name, value]): Assumption => ({ name, value }),
  );
  return figure(counts, { unit: 'QUESTIONS', formula, assumptions }, ({ solvedViews, otherViews }) => {
    const value = solvedViews / solvedViewsPerAnswer + otherViews / otherViewsPerAnswer;
    return { value, low: value / spread, high: value * spread, n: solvedViews + otherViews };
  });
}

function figure(
  [now, before]: TwoCounts,
  head: { unit: FigureUnit; formula: string; assumptions: readonly Assumption[] },
  measure: (counts: DeflectionCounts) => Measure,
): Figure {
  return { ...head, ...measure(now), before: measure(before) };
}
