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

/** For communities that are too young to have taught anything: learned from a forum of many, rounded. */
export const FIXED_MODEL: RoutingModel = {
  match: { weights: [1.1, 0.9, -0.05, -0.3, -4.7, 0], intercept: 0 },
  chance: { weights: [0.75, 0.45, -0.2, 3.65, 0.75, 0.05], intercept: 1.5 },
  presence: { weights: [-0.2, 0.6, 0.7], intercept: -6.9 },
  here: { weights: [1.1, -0.4, 0.35, -0.75, 0.25, 0.55, 0.55, 0.7, -0.1, -0.85, 0], intercept: -6.7 },
};
