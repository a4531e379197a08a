import { findSuperfans } from '../candidates/find-superfans';
import { DAY, dayOf, type HelperRecord } from '../candidates/past-help';
import type { SuperfanStage, SuperfanState } from '../candidates/superfan-state';
import type { Cohort } from './superfans.evaluation';

/** What became of those who were listed in one state. */
export interface StateStanding {
  readonly stage: SuperfanStage;
  readonly state: SuperfanState;
  /** Somebody listed in three months counts three times. */
  readonly n: number;
  /** Days with answers in the 30 days before and after, on the average. */
  readonly before: number;
  readonly after: number;
  /** Share of those who did not answer at all in the 60 days after. */
  readonly gone: number;
}

const MONTH = 30 * DAY;
const GONE = 60 * DAY;

interface Followed {
  readonly stage: SuperfanStage;
  readonly state: SuperfanState;
  readonly before: number;
  readonly after: number;
  readonly gone: boolean;
}

/** Looks once a month at whom leads would have been shown, and at what those did next. */
export class StatesEvaluation {
  private readonly firstAnswers: ReadonlyMap<string, number>;

  constructor(private readonly records: ReadonlyMap<string, HelperRecord>) {
    this.firstAnswers = new Map([...records].map(([id, { replies }]) => [id, replies[0]!.at]));
  }

  run({ from, to }: Cohort): StateStanding[] {
    const last = [...this.records.values()].reduce((most, { replies }) => Math.max(most, replies.at(-1)!.at), 0);
    const first = [...this.firstAnswers.values()].reduce((least, at) => Math.min(least, at), last);
    const followed: Followed[] = [];
    for (let asOf = Math.max(from, first + MONTH); asOf < Math.min(to, last - GONE); asOf += MONTH) {
      followed.push(...this.followedFrom(asOf));
    }
    const groups = Map.groupBy(followed, ({ stage, state }) => `${stage} ${state}`);
    return [...groups.keys()].sort().map((name) => standingOf(groups.get(name)!));
  }

  private followedFrom(asOf: number): Followed[] {
    const { records, firstAnswers } = this;
    return findSuperfans({ records, firstAnswers, staff: new Set(), asOf }).map(({ memberId, stage, state }) => {
      const { replies } = records.get(memberId)!;
      const days = (begin: number, end: number): number =>
        new Set(replies.filter(({ at }) => at >= begin && at < end).map(({ at }) => dayOf(at))).size;
      return {
        ...{ stage, state },
        before: days(asOf - MONTH, asOf),
        after: days(asOf, asOf + MONTH),
        gone: days(asOf, asOf + GONE) === 0,
      };
    });
  }
}

function standingOf(followed: readonly Followed[]): StateStanding {
  const { stage, state } = followed[0]!;
  const mean = (of: (one: Followed) => number): number =>
    followed.reduce((sum, one) => sum + of(one), 0) / followed.length;
  return {
    ...{ stage, state, n: followed.length },
    before: mean(({ before }) => before),
    after: mean(({ after }) => after),
    gone: mean(({ gone }) => (gone ? 1 : 0)),
  };
}
