import type { LogisticModel } from './logistic.ts';

/** What a community taught about who answers what; figures as routing-figures names them. */
export interface RoutingModel {
  /** Which of a day's questions somebody answers. */
  readonly match: LogisticModel;
  /** Whether somebody answers a question that was just asked. */
  readonly chance: LogisticModel;
  /** The same among all but the most active, who are told apart by who is there. */
  readonly presence: LogisticModel;
  /** Whether somebody who has just replied somewhere answers a question that waits, too. */
  readonly here: LogisticModel;
}
