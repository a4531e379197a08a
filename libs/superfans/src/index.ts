export type {
  AskablePerson,
  AskMade,
  AskPlace,
  AskToMake,
  OpenQuestion,
  RoutingCaps,
  RoutingMoment,
} from './routing/assignment';
export { AssignmentPolicy, POLICY, type PolicyOptions } from './routing/assignment-policy';
export { RoutingHistoryReader } from './routing/evaluation/routing-history.reader';
export {
  RoutingEvaluation,
  type CapStanding,
  type RoutingPeriod,
  type RoutingStandings,
} from './routing/evaluation/routing.evaluation';
export { LearnedRouting } from './routing/models/learned-routing.entity';
export { LearnedRoutingReader } from './routing/models/learned-routing.reader';
export { RoutingLearningQueue } from './routing/models/routing-learning.queue';
export {
  LEARN_ROUTING_TASK,
  RoutingLearningService,
  type LearnRouting,
} from './routing/models/routing-learning.service';
export type { RankedPerson, RankReasons } from './routing/ranked-person';
export type { LikeThread, RoutedQuestion, RoutedReply } from './routing/routed-question';
export { Router } from './routing/router';
export type { Assignment, PassReason, PeopleRanker, RoutingRecord } from './routing/routing';
export { RoutingMemory } from './routing/routing-memory';
export { FIXED_MODEL, type RoutingModel } from './routing/routing-model';
export { superfansEntities } from './superfans-entities';
export { SuperfansModule } from './superfans.module';
