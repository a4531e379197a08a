export { type CarriedShare, type Carrier, type Carry } from './carry/carry';
export { CarryService, type SolvedTopic } from './carry/carry.service';
export { type Badge, BadgesLoader } from './recognition/badges.loader';
export { Recognition, type RecognitionKind, RECOGNITIONS } from './recognition/recognition.entity';
export { RecognitionLoader } from './recognition/recognition.loader';
export { type NewRecognition, RecognitionService } from './recognition/recognition.service';
export { RecognitionsReader } from './recognition/recognitions.reader';
export { HelpHistoryReader } from './candidates/help-history.reader';
export { helperRecords } from './candidates/helper-records';
export { type HelperRecord, type PastThread } from './candidates/past-help';
export { SuperfanCandidate } from './candidates/superfan-candidate.entity';
export { SUPERFAN_STAGES, SUPERFAN_STATES, type SuperfanStage, type SuperfanState } from './candidates/superfan-state';
export { SuperfansFinder } from './candidates/superfans-finder';
export { FIND_SUPERFANS_TASK, type SuperfansJob, SuperfansQueue } from './candidates/superfans-queue';
export { type SuperfanRequest, SuperfansReader } from './candidates/superfans.reader';
export { AnswerOutcomesReader } from './evaluation/answer-outcomes.reader';
export { StatesEvaluation, type StateStanding } from './evaluation/states.evaluation';
export { SuperfansEvaluation, type EarlyStanding, type EarlyTask } from './evaluation/superfans.evaluation';
export { reasonsInWords } from './asks/asking/ask-reasons';
export { AskMaking } from './asks/asking/ask-making';
export { AsksTidying } from './asks/asking/asks-tidying';
export { ROUTE_TOPIC_TASK, ROUTING_ROUND_TASK, type RouteTopic, type RoutingRound } from './asks/asking/routing-jobs';
export { PASS_REASONS, TopicAsk } from './asks/asking/topic-ask.entity';
export { EscalationsReader, type Escalation } from './asks/escalation/escalations.reader';
export { MOST_ASKS_A_DAY } from './asks/preferences/routing-preference.entity';
export { RoutingPreferencesReader, type RoutingPreferences } from './asks/preferences/routing-preferences.reader';
export {
  MOST_MUTED_TAGS,
  RoutingPreferencesService,
  type RoutingPreferencesChange,
} from './asks/preferences/routing-preferences.service';
export { RoutingRounds } from './asks/serving/routing-rounds';
export { RoutingWarming } from './asks/serving/routing-warming';
export { AskDecidingService } from './asks/tray/ask-deciding.service';
export { ASK_STATES, type AskState } from './asks/tray/ask-state';
export { AskedPeopleLoader, type AskedPerson } from './asks/tray/asked-people.loader';
export { type OwnAsk } from './asks/tray/own-ask';
export { OwnAsksReader } from './asks/tray/own-asks.reader';
export type { AskToMake, RoutingMoment } from './routing/assignment';
export { POLICY } from './routing/assignment-policy';
export { RoutingHistoryReader } from './routing/evaluation/routing-history.reader';
export { RoutingEvaluation, type RoutingStandings } from './routing/evaluation/routing.evaluation';
export { LearnedRouting } from './routing/models/learned-routing.entity';
export { LearnedRoutingReader } from './routing/models/learned-routing.reader';
export { RoutingLearningQueue } from './routing/models/routing-learning.queue';
export {
  LEARN_ROUTING_TASK,
  RoutingLearningService,
  type LearnRouting,
} from './routing/models/routing-learning.service';
export type { RankedPerson } from './routing/ranked-person';
export type { RoutedQuestion, RoutedReply } from './routing/routed-question';
export { Router } from './routing/router';
export type { PassReason } from './routing/routing';
export { FIXED_MODEL } from './routing/routing-model';
export { superfansEntities } from './superfans-entities';
export { SuperfansModule } from './superfans.module';
export { type HelpValue, type ValueAssumptions, type ValueRange } from './value/help-value';
export { HelpValueService, type ValueRequest } from './value/help-value.service';
