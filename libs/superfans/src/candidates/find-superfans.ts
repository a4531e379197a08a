import { helpFigures, type HelpFigures } from './help-figures';
import { helpScore } from './help-score';
import { DAY, type HelperRecord } from './past-help';
import { superfanReasons } from './superfan-reasons';
import { LOOK_BACK, RECENT, rhythmOf, stateOf, type SuperfanStage, type SuperfanState } from './superfan-state';

/** What is known of a community. */
export interface Helped {
  readonly records: ReadonlyMap<string, HelperRecord>;
  /** When each of them answered first, of which the records may not tell. */
  readonly firstAnswers: ReadonlyMap<string, number>;
  /** Those who help for a living: they are found too, and nobody is compared with them. */
  readonly staff: ReadonlySet<string>;
  /** The moment up to which help is looked at. */
  readonly asOf: number;
}

/** Somebody who was found. */
export interface FoundSuperfan {
  readonly memberId: string;
  readonly stage: SuperfanStage;
  readonly state: SuperfanState;
  readonly reasons: readonly string[];
  readonly score: number;
  readonly firstAnswerAt: number;
  readonly lastAnswerAt: number;
}

/** After so many days newcomers are looked at. */
export const CHECKPOINTS = [7, 14, 30] as const;
/** Newcomers are compared with those of so many days. */
export const COHORT_DAYS = 365;
/** While a community is younger than that, everybody is new. */
const YOUNG_DAYS = 180;
/** Afterwards those are new who came so many days after its first answer. */
const SETTLING_DAYS = 90;
/** So great a part of the people is found. */
const SHARE = 0.03;
/** Whoever chats every day and helps on few is taken to be here on so many days for each day of help. */
const PRESENT_PER_DAY = 5;
/** Where few help, so many of those who have done so for long are looked at all the same. */
const FEW = 5;

/** Somebody on the way to be found. */
interface Seen {
  readonly record: HelperRecord;
  readonly first: number;
}

/**
 * Finds the top 3 % by {@link helpScore}: of newcomers by their first 7, 14 and 30 days, compared with the newcomers of
 * the last year; of all others by the last 180 days.
 */
export function findSuperfans({ records, firstAnswers, staff, asOf }: Helped): FoundSuperfan[] {
  const seen = [...records.values()].flatMap((record): Seen[] => {
    const begun = record.replies[0]!.at;
    return begun < asOf ? [{ record, first: Math.min(firstAnswers.get(record.memberId) ?? begun, begun) }] : [];
  });
  const isNew = ({ first }: Seen): boolean => first >= asOf - RECENT * DAY;
  const compared = seen.filter(({ record }) => !staff.has(record.memberId));
  const early = earlyCuts(compared, asOf);
  const recent = compared.map((one) => recentFigures(one, asOf)).filter(({ replies }) => replies > 0);
  const cut = cutOf(recent, FEW);
  return seen.flatMap((one) => {
    if (isNew(one)) return passesEarly(one, early, asOf) ? [found('EARLY', one, helpUntil(one, asOf), asOf)] : [];
    const figures = recentFigures(one, asOf);
    const passes = figures.days >= 3 && figures.threads >= 3 && helpScore(figures) >= cut;
    return passes ? [found('ESTABLISHED', one, figures, asOf)] : [];
  });
}

/** What a newcomer must reach, by the days after which they are looked at. */
function earlyCuts(seen: readonly Seen[], asOf: number): ReadonlyMap<number, number> {
  const from = cohortFrom(seen, asOf);
  const cohort = seen.filter(({ first }) => first >= from);
  return new Map(
    CHECKPOINTS.map((days) => {
      const old = cohort.filter(({ first }) => first + days * DAY <= asOf);
      return [days, cutOf(old.map((one) => firstFigures(one, days)))];
    }),
  );
}

/** Of a community that was there before its records begin, the first answers on record are no first ones. */
function cohortFrom(seen: readonly Seen[], asOf: number): number {
  const yearAgo = asOf - COHORT_DAYS * DAY;
  const begun = seen.reduce((least, { first }) => Math.min(least, first), asOf);
  return asOf - begun < YOUNG_DAYS * DAY ? yearAgo : Math.max(yearAgo, begun + SETTLING_DAYS * DAY);
}

/** By the last checkpoint behind them; one day in one or two threads tells nothing yet. */
function passesEarly(one: Seen, cuts: ReadonlyMap<number, number>, asOf: number): boolean {
  const days = CHECKPOINTS.findLast((checkpoint) => one.first + checkpoint * DAY <= asOf);
  if (days === undefined) return false;
  const figures = firstFigures(one, days);
  return (figures.days >= 2 || figures.threads >= 3) && helpScore(figures) >= cuts.get(days)!;
}

/** The score of the last of the best 3 %, and of so many at least; nothing reaches it where there is nobody. */
function cutOf(figures: readonly HelpFigures[], least = 1): number {
  const scores = figures.map((one) => helpScore(one)).sort((a, b) => b - a);
  const found = Math.min(scores.length, Math.max(least, Math.round(SHARE * scores.length)));
  return scores[found - 1] ?? Number.POSITIVE_INFINITY;
}

function firstFigures({ record, first }: Seen, days: number): HelpFigures {
  return helpFigures(record, first, first + days * DAY);
}

function helpUntil({ record, first }: Seen, asOf: number): HelpFigures {
  return helpFigures(record, first, asOf);
}

function recentFigures({ record }: Seen, asOf: number): HelpFigures {
  const figures = helpFigures(record, asOf - LOOK_BACK * DAY, asOf);
  return { ...figures, presentDays: Math.min(figures.presentDays, PRESENT_PER_DAY * figures.days) };
}

function found(stage: SuperfanStage, { record, first }: Seen, figures: HelpFigures, asOf: number): FoundSuperfan {
  const rhythm = rhythmOf(record, asOf);
  const state = stateOf(rhythm);
  return {
    memberId: record.memberId,
    stage,
    state,
    reasons: superfanReasons({ stage, state, figures, rhythm, firstAnswerAt: first, asOf }),
    score: helpScore(figures),
    firstAnswerAt: first,
    lastAnswerAt: figures.lastAt ?? first,
  };
}
