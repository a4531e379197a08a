export { interchangeEntities } from './interchange-entities';
export { CommunityExport, type ExportedFile, type ExportOptions } from './exporting/community-export';
export { InterchangeModule } from './interchange.module';
export { ClaimingService, type ClaimMember } from './claiming/claiming.service';
export { MEMBER_COLUMNS } from './claiming/member-columns';
export { MemberErasingService, type EraseMember } from './erasing/member-erasing.service';
export { OwnErasingService } from './erasing/own-erasing.service';
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
export { DataExportFiles, type DataExportFile } from './member-exports/data-export-files';
export { DataExportLinks } from './member-exports/data-export-links';
export { dataExportState, DATA_EXPORT_STATES, type DataExportState } from './member-exports/data-export-state';
export { DataExportWriter } from './member-exports/data-export-writer';
export { DataExportLoader } from './member-exports/data-export.loader';
export {
  DataExportsService,
  REMOVE_DATA_EXPORT_TASK,
  WRITE_DATA_EXPORT_TASK,
  type DataExportRef,
} from './member-exports/data-exports.service';
export { MemberExport } from './member-exports/member-export.entity';
export { Redirect, REDIRECT_TARGETS, type RedirectTarget } from './redirects/redirect.entity';
export { RedirectsReader, type FoundRedirect } from './redirects/redirects.reader';
export { DiscourseSource } from './sources/discourse/discourse.source';
export { GetSatisfactionSource } from './sources/get-satisfaction/get-satisfaction.source';
export { KhorosSource } from './sources/khoros/khoros.source';
export { ZendeskSource } from './sources/zendesk/zendesk.source';
export { type Found, type Place, type Source, type SourceFile } from './sources/source';
export { AnswerhoodSource } from './sources/answerhood/answerhood.source';
export { CsvSource } from './sources/csv/csv.source';
export { StackExchangeSource } from './sources/stack-exchange/stack-exchange.source';
export { ImportInterrupted } from './running/import-interrupted';
export { ImportRun, type ImportObserver, type ImportReport, type ImportRequest } from './running/import-run';
