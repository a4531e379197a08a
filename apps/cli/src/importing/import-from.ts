import { communityFault } from '@app/community';
import { migrate, openDatabase } from '@app/database';
import { Environment } from '@app/environment';
import { ImportRun, type Source } from '@app/interchange';
import { DomainError } from '@app/kernel';
import { ImportProgress } from './import-progress';
import { importSummary } from './import-summary';

/** What the command line says of an import, besides its source. */
export interface ImportOptions {
  readonly community: string;
  readonly name?: string;
  readonly locale?: string;
  readonly dryRun: boolean;
  readonly rejects?: string;
}

/** Imports a source beside a running installation too, and says on the way and at the end what comes of it. */
export async function importFrom(source: Source, options: ImportOptions, signal: AbortSignal): Promise<void> {
  const { community: slug, dryRun } = options;
  const community = { slug: options.community, name: options.name, locale: options.locale };
  const fault = communityFault(community);
  if (fault) throw DomainError.invalid(fault);
  const rejectsFile = options.rejects ?? `${slug}-${source.origin}-rejects.ndjson`;
  const database = await openDatabase(Environment.from(process.env), { beside: true });
  const progress = new ImportProgress(process.stderr);
  const started = Date.now();
  try {
    await migrate(database.urls);
    const { ownerUrl } = database.urls;
    const run = new ImportRun({ ownerUrl, source, community, dryRun, rejectsFile, observer: progress, signal });
    const report = await run.run().finally(() => progress.end());
    const seconds = (Date.now() - started) / 1000;
    process.stdout.write(importSummary(report, { source, slug, dryRun, rejectsFile, seconds }));
  } finally {
    await database.stop();
  }
}
