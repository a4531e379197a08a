import type { InterchangeRecord } from '../format/interchange-record';
import type { Place } from '../sources/source';
import { copyLine, type CopyValue } from './columns/copy-line';
import { FieldFault } from './columns/field.fault';
import { RecordFields } from './columns/record-fields';
import { digestOf, recordId } from './columns/record-id';
import type { Reading, StagedColumn } from './columns/staged-column';
import type { StagedKind } from './columns/staged-kind';
import { STAGED_KINDS } from './columns/staged-kinds';
import type { RecordFault, StagedContent, StagedRow } from './staged-row';
import { textOf } from './text-of';

/** Kinds that say nothing without a text, and those that must have one, which may be empty. */
const NEEDS_TEXT: ReadonlySet<string> = new Set(['answer', 'comment', 'article']);
const HAS_TEXT: ReadonlySet<string> = new Set(['topic', 'revision', 'articleRevision']);

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
  const staged = isKind(record.kind) ? STAGED_KINDS[record.kind] : null;
  if (!staged) return { fault: 'kind is none of this format' };
  try {
    return { kind: record.kind, line: lineOf(staged, record, content, at, origin) };
  } catch (error) {
    if (error instanceof FieldFault) return { fault: error.message };
    throw error;
  }
}

function lineOf(
  staged: StagedKind,
  record: InterchangeRecord,
  content: StagedContent | null,
  at: Place,
  origin: string,
): string {
  const fields = new RecordFields({ ...record });
  const key = staged.key(fields);
  const externalId = fields.ref('externalId');
  const id = recordId(origin, staged.kind, externalId ?? key);
  requireText(staged, fields, content);
  const reading: Reading = { fields, content, origin, id };
  const values = staged.columns.map((column) => column.read(reading));
  const text = textOf(record);
  const digest = digestOf(said(staged.columns, values) + (text ? `${text.format ?? ''}\n${text.text}` : ''));
  return copyLine([at.file, at.line, id, externalId ?? key.replaceAll('\n', ' ').trim(), digest, ...values]);
}

function requireText({ kind }: StagedKind, fields: RecordFields, content: StagedContent | null): void {
  const name = kind === 'member' ? 'bio' : 'body';
  if (!content && (fields.has(name) || NEEDS_TEXT.has(kind) || HAS_TEXT.has(kind))) {
    if (kind !== 'member' || fields.has('bio')) throw fields.fault(name, 'must be an object with a text');
  }
  if (NEEDS_TEXT.has(kind) && content && !content.markdown.trim())
    throw fields.fault(name, 'has nothing that would be shown');
}

/** What the columns say, by their names, so that a column that comes in a later release changes no digest. */
function said(columns: readonly StagedColumn[], values: readonly CopyValue[]): string {
  let all = '';
  for (const [index, { name, derived }] of columns.entries()) {
    const value = values[index];
    if (!derived && value != null) all += `${name}\t${String(value)}\n`;
  }
  return all;
}

/** Of a file that people edit, a kind may be anything. */
function isKind(kind: unknown): boolean {
  return typeof kind === 'string' && Object.hasOwn(STAGED_KINDS, kind);
}
