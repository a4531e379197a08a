import type { RecordKind } from '../../format/interchange-record';
import type { RecordFields } from './record-fields';
import type { StagedColumn } from './staged-column';

/** How records of one kind are staged. */
export interface StagedKind {
  readonly kind: RecordKind;
  /** What the record is known by where it has no external id of its own: the same for records of the same thing. */
  readonly key: (fields: RecordFields) => string;
  readonly columns: readonly StagedColumn[];
}

/** What every staging table has before the columns of its kind. */
export const COMMON_COLUMNS = ['file', 'line', 'id', 'external_id', 'digest'] as const;

/** For kinds whose records must have an external id. */
export function ownId(fields: RecordFields): string {
  return fields.need('externalId', fields.ref('externalId'));
}
