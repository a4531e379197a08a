import { Lesson, score, type LessonRows, type LogisticModel } from '../logistic.ts';
import { FIGURES } from '../routing-figures.ts';
import type { RoutingModel } from '../routing-model.ts';

/** What was gathered to learn from. */
export interface Taught {
  readonly match: LessonRows;
  /** The figures of the match, then those of the chance but for the match. */
  readonly chances: LessonRows;
  readonly presence: LessonRows;
  readonly here: LessonRows;
}

/** Learns what a community taught. Takes a second or two: where others wait, in a thread of its own. */
export function learnModel({ match, chances, presence, here }: Taught): RoutingModel {
  const matching = Lesson.of(match).learn({ intercept: false });
  return {
    match: matching,
    chance: learnChance(chances, matching),
    presence: Lesson.of(presence).learn(),
    here: Lesson.of(here).learn(),
  };
}

function learnChance({ width, values, happened, counts }: LessonRows, match: LogisticModel): LogisticModel {
  const lesson = new Lesson(FIGURES.chance);
  happened.forEach((did, n) => {
    const row = values.slice(n * width, (n + 1) * width);
    lesson.add([score(match, row), ...row.slice(FIGURES.match)], did > 0, counts[n]);
  });
  return lesson.learn();
}
