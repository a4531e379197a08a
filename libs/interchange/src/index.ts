export { interchangeEntities } from './interchange-entities';
export { CommunityExport, type ExportedFile, type ExportOptions } from './exporting/community-export';
export { InterchangeModule } from './interchange.module';
export { ClaimingService, type ClaimMember } from './claiming/claiming.service';
export { MEMBER_COLUMNS } from './claiming/member-columns';
export { MemberErasingService, type EraseMember } from './erasing/member-erasing.service';
export { OwnErasingService } from './erasing/own-erasing.service';
export { lookupPaths, storedPath } from './redirects/old-path';
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
export { type Found, type Place, type Source, type SourceFile } from './sources/source';
export { SourceFault } from './sources/source.fault';
export { AnswerhoodSource } from './sources/answerhood/answerhood.source';
export { StackExchangeSource } from './sources/stack-exchange/stack-exchange.source';
export { ContentPool, type ContentPoolOptions } from './content/content.pool';
export { type ConvertedText } from './content/convert-text';
export { ImportInterrupted } from './running/import-interrupted';
export { ImportRun, type ImportObserver, type ImportReport, type ImportRequest } from './running/import-run';
