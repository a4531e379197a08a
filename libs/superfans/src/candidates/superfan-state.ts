import { DAY, dayOf, type HelperRecord } from './past-help';

/** Newcomers in their first 30 days, and everybody else. */
export const SUPERFAN_STAGES = ['EARLY', 'ESTABLISHED'] as const;
export type SuperfanStage = (typeof SUPERFAN_STAGES)[number];

/** Where somebody's help is going. */
export const SUPERFAN_STATES = ['RISING', 'STEADY', 'FADING', 'AT_RISK'] as const;
export type SuperfanState = (typeof SUPERFAN_STATES)[number];

/** How often somebody answers, compared with themselves. */
export interface Rhythm {
  /** Full days since their last answer. */
  readonly silence: number;
  /** Nine in ten of their pauses are no longer, in days; null where there were too few to say so. */
  readonly usualPause: number | null;
  /** Days with answers in the last 30. */
  readonly recent: number;
  /** Days with answers in 30 days before that; null where there is no before. */
  readonly usual: number | null;
}

/** Habits are looked for so far back, in days. */
export const LOOK_BACK = 180;
/** What is recent, in days. */
export const RECENT = 30;
/** A habit needs so many days to show. */
const HABIT = 15;
/** Nobody is missed before so many days; after that whoever is silent for so many of their usual pauses is. */
const MISSED_DAYS = 14;
const MISSED_PAUSES = 3;
/** So many pauses tell what is usual. */
const PAUSES = 3;
/** A habit that can fade has so many days a month. */
const LEAST_HABIT = 2;

/** How often they answered up to a moment. */
export function rhythmOf({ replies }: HelperRecord, asOf: number): Rhythm {
  const since = asOf - LOOK_BACK * DAY;
  const days = [...new Set(replies.filter(({ at }) => at >= since && at < asOf).map(({ at }) => dayOf(at)))].sort(
    (a, b) => a - b,
  );
  const pauses = days.slice(1).map((day, place) => day - days[place]!);
  pauses.sort((a, b) => a - b);
  const recentFrom = asOf - RECENT * DAY;
  const recent = days.filter((day) => day * DAY >= recentFrom).length;
  const first = Math.max(since, replies[0]?.at ?? asOf);
  const before = (recentFrom - first) / DAY;
  const last = replies.findLast(({ at }) => at < asOf)?.at ?? since;
  return {
    silence: Math.floor((asOf - last) / DAY),
    usualPause: pauses.length < PAUSES ? null : pauses[Math.ceil(0.9 * pauses.length) - 1]!,
    recent,
    usual: before < HABIT ? null : ((days.length - recent) * RECENT) / before,
  };
}

/** Where it is going. */
export function stateOf({ silence, usualPause, recent, usual }: Rhythm): SuperfanState {
  if (silence > Math.max(MISSED_DAYS, MISSED_PAUSES * (usualPause ?? 0))) return 'AT_RISK';
  if (usual === null) return 'RISING';
  if (usual >= LEAST_HABIT && recent <= usual / 2) return 'FADING';
  return recent >= 1.5 * usual && recent - usual >= 2 ? 'RISING' : 'STEADY';
}
