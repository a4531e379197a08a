import {
  Staging,
  stageRecord,
  textOf,
  type ImportOutcome,
  type InterchangeRecord,
  type Reject,
  type StagedRow,
} from '@app/interchange';
import { testContent } from './test-content';

/** How records are imported by a test. */
export interface TestImport {
  readonly ownerUrl: string;
  readonly slug: string;
  readonly origin?: string;
  readonly dryRun?: boolean;
  readonly fingerprint?: string;
}

/** What an import has done, and what it has refused. */
export interface TestImported extends ImportOutcome {
  readonly rejects: readonly Reject[];
}

/** Stages records and publishes them; each stands on the line of its number, from 1. */
export async function importRecords(
  records: readonly InterchangeRecord[],
  { ownerUrl, slug, origin = 'test', dryRun = false, fingerprint = 'f' }: TestImport,
): Promise<TestImported> {
  const staging = await Staging.open(ownerUrl, { community: { slug }, origin, fingerprint });
  try {
    await staging.append({ ...staged(records, origin), leftOut: [], position: records.length });
    const outcome = await staging.publish({ dryRun, onStep: () => undefined });
    const rejects: Reject[] = [];
    for await (const reject of staging.rejects()) rejects.push(reject);
    await staging.discard();
    return { ...outcome, rejects };
  } finally {
    await staging.close();
  }
}

/** Records as they are staged, each on the line of its number. */
export function staged(
  records: readonly InterchangeRecord[],
  origin: string,
): { rows: StagedRow[]; rejects: Reject[] } {
  const rows: StagedRow[] = [];
  const rejects: Reject[] = [];
  for (const [index, record] of records.entries()) {
    const at = { file: 'records', line: index + 1 };
    const text = textOf(record);
    const row = stageRecord(record, text && testContent(text), at, origin);
    if ('fault' in row) rejects.push({ at, reason: row.fault });
    else rows.push(row);
  }
  return { rows, rejects };
}
