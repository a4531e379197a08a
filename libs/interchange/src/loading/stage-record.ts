import type { InterchangeRecord } from '../format/interchange-record';
import type { Place } from '../sources/source';
import type { RecordFault, StagedContent, StagedRow } from './staged-row';

/**
 * Checks and normalises one record, gives it its id and its digest, and writes it as a line for COPY. Pure: the same
 * record gives the same line. `content` is what its text has become, where {@link textOf} has found one.
 */
export function stageRecord(
  record: InterchangeRecord,
  content: StagedContent | null,
  at: Place,
  origin: string,
): StagedRow | RecordFault {
  throw new Error(`${record.kind} ${content} ${at} ${origin}`);
}
