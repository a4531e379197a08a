import { convertText } from '../../../libs/interchange/src/content/convert-text';
import type { ImportOutcome } from '../../../libs/interchange/src/loading/import-outcome';
import type { Reject } from '../../../libs/interchange/src/loading/reject';
import { stageRecord } from '../../../libs/interchange/src/loading/stage-record';
import { Staging } from '../../../libs/interchange/src/loading/staging';
import type { StagedRow } from '../../../libs/interchange/src/loading/staged-row';
import { textOf } from '../../../libs/interchange/src/loading/text-of';
import { AnswerhoodSource } from '../../../libs/interchange/src/sources/answerhood/answerhood.source';

/** What an import has done, and what it has not taken. */
export interface Imported extends ImportOutcome {
  readonly rejects: readonly Reject[];
}

/** Imports a folder of our own format under a slug. */
export async function importFolder(ownerUrl: string, folder: string, slug: string): Promise<Imported> {
  const source = new AnswerhoodSource(folder);
  const staging = await Staging.open(ownerUrl, { community: { slug }, origin: source.origin, fingerprint: folder });
  try {
    const rows: StagedRow[] = [];
    const rejects: Reject[] = [];
    let position = 0;
    for await (const found of source.records()) {
      position++;
      if ('fault' in found) rejects.push({ at: found.at, reason: found.fault });
      if (!('record' in found)) continue;
      const text = textOf(found.record);
      const content = text && convertText(text);
      const staged = stageRecord(
        found.record,
        content && !('fault' in content) ? content : null,
        found.at,
        source.origin,
      );
      if ('fault' in staged) rejects.push({ at: found.at, reason: staged.fault });
      else rows.push(staged);
    }
    await staging.append({ rows, rejects, leftOut: [], position });
    const outcome = await staging.publish({ dryRun: false, onStep: () => undefined });
    const refused: Reject[] = [];
    for await (const reject of staging.rejects()) refused.push(reject);
    await staging.discard();
    return { ...outcome, rejects: refused };
  } finally {
    await staging.close();
  }
}
