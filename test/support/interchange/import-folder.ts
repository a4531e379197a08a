import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportRun, type ImportReport } from '../../../libs/interchange/src/running/import-run';
import { AnswerhoodSource } from '../../../libs/interchange/src/sources/answerhood/answerhood.source';
import { temporaryFolder } from '../temporary-folder';

/** What an import has done, and what it has not taken. */
export interface Imported extends Omit<ImportReport, 'rejects'> {
  readonly rejects: readonly string[];
}

/** Imports a folder of our own format under a slug. */
export async function importFolder(ownerUrl: string, folder: string, slug: string): Promise<Imported> {
  const rejectsFile = join(temporaryFolder(), 'rejects.ndjson');
  const report = await new ImportRun({
    ownerUrl,
    source: new AnswerhoodSource(folder),
    community: { slug },
    dryRun: false,
    rejectsFile,
    observer: { begin: () => undefined, read: () => undefined, publishing: () => undefined },
  }).run();
  const rejects = existsSync(rejectsFile) ? readFileSync(rejectsFile, 'utf8').split('\n').filter(Boolean) : [];
  return { ...report, rejects };
}
