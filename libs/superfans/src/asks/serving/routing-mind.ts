import type { Assignment, PeopleRanker, RoutingRecord } from '../../routing/routing';

/** What the router knows of one community, and how it decides there. */
export interface RoutingMind {
  readonly record: RoutingRecord;
  readonly ranker: PeopleRanker;
  readonly assignment: Assignment;
}

/** Makes the mind of a community that nothing is known of yet. */
export abstract class RoutingMinds {
  abstract open(communityId: string): Promise<RoutingMind>;
}
