/** What somebody's help was worth in some threads, and what help in those threads was worth on average; both fade. */
export interface HelpSums {
  /** Stars and marks that their answers got, in stars. */
  readonly received: number;
  /** What those who answered beside them got. */
  readonly expected: number;
  /** In how many threads they answered, however long ago. */
  readonly threads: number;
}

/** A place in which help is looked at: all of the community, one product, or one tag. */
export const HELP_SCOPES = ['COMMUNITY', 'PRODUCT', 'TAG'] as const;

export type HelpScope = (typeof HELP_SCOPES)[number];

/** What a question is about, as far as it says whose help is asked for. */
export interface HelpContext {
  readonly productIds: readonly string[];
  readonly tagIds: readonly string[];
}

/** The sums of one member, in all places that have any. */
export interface MemberSums {
  readonly community: HelpSums;
  readonly products: ReadonlyMap<string, HelpSums>;
  readonly tags: ReadonlyMap<string, HelpSums>;
}

/** No evidence at all. */
export const NO_SUMS: HelpSums = { received: 0, expected: 0, threads: 0 };

const DAY = 24 * 60 * 60_000;
/** After so many days what helped weighs 1/e of what it weighed. */
const FADE_DAYS = 365;

/** What is left after some time: help is a matter of the last years. @param ms how long ago it was */
export function faded(ms: number): number {
  return Math.exp(-Math.max(0, ms) / (FADE_DAYS * DAY));
}
