import { checkDatabase, openDatabase } from '@app/database';
import { Environment } from '@app/environment';
import { CommunityExport } from '@app/interchange';
import { Command } from 'commander';
import { ExportProgress } from '../support/export-progress';
import { untilStopped } from '../support/until-stopped';

/** Writes a community into a folder, complete, beside a running installation too. */
export function exportCommunity(): Command {
  return new Command('export')
    .description('writes a community, complete, into a folder of the interchange format')
    .argument('<slug>', 'the community')
    .argument('<folder>', 'where to: a folder that is not there yet')
    .option('--gzip', 'pack each file', false)
    .action((slug: string, folder: string, { gzip }: { gzip: boolean }) =>
      untilStopped(async (signal) => {
        const environment = Environment.from(process.env);
        const database = await openDatabase(environment, { beside: true });
        try {
          // Reading a community changes nothing, not even the schema of a database that this version is too new for.
          await checkDatabase(database.urls, environment);
          const progress = new ExportProgress(process.stdout);
          const { ownerUrl } = database.urls;
          const onProgress = progress.tell.bind(progress);
          const files = await CommunityExport.run({ ownerUrl, slug, folder, gzip, signal, onProgress });
          progress.finish(files, folder);
        } finally {
          await database.stop();
        }
      }),
    );
}
