import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportRun, type ImportReport } from '../../../libs/interchange/src/running/import-run';
import { AnswerhoodSource } from '../../../libs/interchange/src/sources/answerhood/answerhood.source';
import type { Source } from '../../../libs/interchange/src/sources/source';
import { temporaryFolder } from '../temporary-folder';

/** What an import has done, and what it has not taken. */
export interface Imported extends Omit<ImportReport, 'rejects'> {
  readonly rejects: readonly string[];
}

/** Imports a folder of our own format under a slug. */
export function importFolder(ownerUrl: string, folder: string, slug: string): Promise<Imported> {
  return importFrom(ownerUrl, new AnswerhoodSource(folder), slug);
}

/** Imports anything under a slug. */
export async function importFrom(ownerUrl: string, source: Source, slug: string): Promise<Imported> {
  const rejectsFile = join(temporaryFolder(), 'rejects.ndjson');
  const report = await new ImportRun({
    ownerUrl,
    source,
    community: { slug },
    dryRun: false,
    rejectsFile,
    observer: { begin: () => undefined, read: () => undefined, publishing: () => undefined },
  }).run();
  const rejects = existsSync(rejectsFile) ? readFileSync(rejectsFile, 'utf8').split('\n').filter(Boolean) : [];
  return { ...report, rejects };
}
