import { SearchReindexing } from '@app/search';
import { Command } from 'commander';
import { ReindexProgress } from '../support/reindex-progress';
import { untilStopped } from '../support/until-stopped';
import { withServices } from '../with-services';

/** Indexes anew what can be found, beside a running installation too: what was indexed before is found meanwhile. */
export function reindex(): Command {
  return new Command('reindex')
    .description('indexes anew what can be found; goes on where it was stopped')
    .option('--community <slug>', 'only this one; all of them where nothing is said')
    .action(({ community }: { community?: string }) =>
      untilStopped(async (signal) =>
        withServices(async (services) => {
          const reindexing = services.get(SearchReindexing);
          for (const { id, slug } of await reindexing.communities(community)) {
            if (signal.aborted) return;
            const progress = new ReindexProgress(slug, await reindexing.place(id), process.stdout);
            progress.end(await reindexing.run(id, { signal, onBatch: (_, place) => progress.tell(place) }));
          }
        }),
      ),
    );
}
