import type { RecordKind } from '../format/interchange-record';

/** A record made ready for the tables of an import. */
export interface StagedRow {
  readonly kind: RecordKind;
  /** One line of PostgreSQL's text format for COPY, with its end. */
  readonly line: string;
}

/** Why a record is not taken: a sentence without what the record holds, so that reasons can be counted. */
export interface RecordFault {
  readonly fault: string;
}

/** A text as it is written and as it is shown. */
export interface StagedContent {
  readonly markdown: string;
  readonly html: string;
}
