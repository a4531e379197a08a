import type { RoutingModel } from '../../routing/routing-model';

/**
 * What holds in communities that have not taught anything yet: people go on as they did, answer what is like that which
 * they answered, and are found soon after they were seen. In the order of routing-figures.
 */
export const USUAL_MODEL: RoutingModel = {
  match: { weights: [0.8, 0.5, -0.2, 0.2, 0.2, 0.2], intercept: 0 },
  chance: { weights: [1, 0.7, 0.1, 0.2, 0.3, 0.2], intercept: -0.5 },
  presence: { weights: [-0.35, 0.3, 0.3], intercept: -4.5 },
  here: { weights: [0.6, 0.5, -0.3, -0.7, -0.7, 0.15, 0.1, 0.1, -0.1, -0.1, -0.1], intercept: -1 },
};
