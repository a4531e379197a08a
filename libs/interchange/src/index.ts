export { interchangeEntities } from './interchange-entities';
export { type InterchangeRecord, type RecordKind, RECORD_FILES } from './format/interchange-record';
export { type StagedContent, type StagedRow, type RecordFault } from './loading/staged-row';
export { type Reject } from './loading/reject';
export {
  type DoneStep,
  type ImportOutcome,
  type KindOutcome,
  type NamedCount,
  type PublishStep,
  type Publishing,
} from './loading/import-outcome';
export { textOf } from './loading/text-of';
export { stageRecord } from './loading/stage-record';
export { Staging, type StagedBatch, type StagedImport } from './loading/staging';
