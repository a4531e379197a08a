export { reasonsInWords } from './asks/asking/ask-reasons';
export { AskMaking } from './asks/asking/ask-making';
export {
  ROUTE_TOPIC_TASK,
  ROUTING_ROUND_TASK,
  RoutingJobs,
  type RouteTopic,
  type RoutingRound,
} from './asks/asking/routing-jobs';
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
export { AskDecidingService, SNOOZE_DAYS } from './asks/tray/ask-deciding.service';
export { ASK_STATES, type AskState } from './asks/tray/ask-state';
export { AskedPeopleLoader, type AskedPerson } from './asks/tray/asked-people.loader';
export { type OwnAsk } from './asks/tray/own-ask';
export { OwnAsksReader } from './asks/tray/own-asks.reader';
export { type PassReason } from './routing/routing';
export { superfansEntities } from './superfans-entities';
export { SuperfansModule } from './superfans.module';
