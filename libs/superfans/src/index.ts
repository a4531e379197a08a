export { HelpHistoryReader } from './candidates/help-history.reader';
export { helperRecords } from './candidates/helper-records';
export { type HelperRecord, type PastThread } from './candidates/past-help';
export { AnswerOutcomesReader } from './evaluation/answer-outcomes.reader';
export { type EarlyFigures } from './evaluation/early-metrics';
export { SuperfansEvaluation, type EarlyStanding, type EarlyTask } from './evaluation/superfans.evaluation';
export { superfansEntities } from './superfans-entities';
export { SuperfansModule } from './superfans.module';
