import { Command } from 'commander';
import { reindexCommunities } from '../support/reindex-communities';
import { untilStopped } from '../support/until-stopped';

/** Indexes anew what can be found, beside a running installation too: what was indexed before is found meanwhile. */
export function reindex(): Command {
  return new Command('reindex')
    .description('indexes anew what can be found; goes on where it was stopped')
    .option('--community <slug>', 'only this one; all of them where nothing is said')
    .action(({ community }: { community?: string }) => untilStopped((signal) => reindexCommunities(community, signal)));
}
