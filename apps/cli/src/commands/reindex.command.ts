import { MirrorRebuildingService } from '@app/search';
import { Command } from 'commander';
import { rebuildMeilisearch } from '../support/rebuild-meilisearch';
import { reindexCommunities } from '../support/reindex-communities';
import { untilStopped } from '../support/until-stopped';
import { withServices } from '../with-services';

interface Options {
  readonly community?: string;
  readonly meilisearch?: true;
}

/** Indexes anew what can be found, beside a running installation too: what was indexed before is found meanwhile. */
export function reindex(): Command {
  return new Command('reindex')
    .description('indexes anew what can be found; goes on where it was stopped')
    .option('--community <slug>', 'only this one; all of them where nothing is said')
    .option('--meilisearch', 'only the indexes of Meilisearch, of all communities, beside those that are searched')
    .action(({ community, meilisearch }: Options) =>
      untilStopped((signal) => (meilisearch ? rebuild(signal) : reindexCommunities(community, signal))),
    );
}

function rebuild(signal: AbortSignal): Promise<void> {
  return withServices((services) =>
    rebuildMeilisearch(services.get(MirrorRebuildingService), signal, (line) => process.stdout.write(line)),
  );
}
