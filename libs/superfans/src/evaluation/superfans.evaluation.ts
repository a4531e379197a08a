import { helpFigures, type HelpFigures } from '../candidates/help-figures';
import { helpScore, HELP_TERMS } from '../candidates/help-score';
import { DAY, type HelperRecord } from '../candidates/past-help';
import { earlyFigures, PICKED, type EarlyFigures } from './early-metrics';
import { helpfulFrom, helpfulOutput, type AnswerOutcome } from './helpful-output';

/** After so many days people are judged. */
export const WINDOWS = [7, 14, 30] as const;
/** So many days later output counts. */
export const HORIZON = 180;

/** Who is judged. */
export interface Cohort {
  /** First answers from here on. */
  readonly from: number;
  readonly to: number;
}

/** How good one way to put newcomers in order is. */
export interface EarlyStanding extends EarlyFigures {
  readonly days: number;
  readonly way: string;
}

/** What is there to be found after so many days. */
export interface EarlyTask {
  readonly days: number;
  readonly people: number;
  readonly helpful: number;
  /** Those of whom one reply only is known by then, and the helpful ones among them: there is little to tell them apart by. */
  readonly single: number;
  readonly helpfulSingle: number;
  /** Helpful is who has so much output at least. */
  readonly from: number;
  /** Precision and captured output of an order that knows the future. */
  readonly ceiling: EarlyFigures;
}

/** A way to put people in order. */
interface Way {
  readonly name: string;
  readonly score: (figures: HelpFigures) => number;
}

const SERVED = 'as served';

const WAYS: readonly Way[] = [
  { name: 'number of replies', score: ({ replies }) => replies },
  { name: 'active days', score: ({ days }) => days },
  {
    name: 'ln days + ln late threads + .3 ln thanks',
    score: ({ days, lateThreads, thanks }) => Math.log1p(days) + Math.log1p(lateThreads) + 0.3 * Math.log1p(thanks),
  },
  { name: SERVED, score: (figures) => helpScore(figures) },
  ...HELP_TERMS.map(({ name }): Way => {
    const others = HELP_TERMS.filter((term) => term.name !== name);
    return { name: `${SERVED}, without "${name}"`, score: (figures) => helpScore(figures, others) };
  }),
];

/** Judges how early it is seen who will help much: newcomers by their first days, by what they did afterwards. */
export class SuperfansEvaluation {
  constructor(
    private readonly records: ReadonlyMap<string, HelperRecord>,
    private readonly outcomes: ReadonlyMap<string, AnswerOutcome>,
  ) {}

  run(cohort: Cohort, seed = 1): { tasks: EarlyTask[]; standings: EarlyStanding[] } {
    const newcomers = [...this.records.values()].filter(({ replies }) => {
      const first = replies[0]!.at;
      return first >= cohort.from && first < cohort.to;
    });
    const tasks: EarlyTask[] = [];
    const standings: EarlyStanding[] = [];
    for (const days of newcomers.length === 0 ? [] : WINDOWS) {
      const output = newcomers.map((record) => this.outputAfter(record, days));
      const from = helpfulFrom(output, PICKED);
      const right = output.map((one) => one >= from);
      const figures = newcomers.map((record) => firstDays(record, days));
      const judge = (scores: number[]): EarlyFigures => earlyFigures({ scores, output, right }, seed);
      const single = figures.map(({ replies }) => replies === 1);
      tasks.push({
        days,
        people: newcomers.length,
        helpful: right.filter(Boolean).length,
        single: single.filter(Boolean).length,
        helpfulSingle: right.filter((one, place) => one && single[place]).length,
        from,
        ceiling: judge(output),
      });
      for (const { name, score } of WAYS) standings.push({ days, way: name, ...judge(figures.map(score)) });
    }
    return { tasks, standings };
  }

  private outputAfter({ replies }: HelperRecord, days: number): number {
    const end = replies[0]!.at + days * DAY;
    return helpfulOutput(
      replies.filter(({ at }) => at >= end && at < end + HORIZON * DAY),
      this.outcomes,
    );
  }
}

function firstDays(record: HelperRecord, days: number): HelpFigures {
  const from = record.replies[0]!.at;
  return helpFigures(record, from, from + days * DAY);
}
