import { StartFault } from '@app/environment';
import type { MirrorRebuildingService, RebuildOutcome, RebuildProgress } from '@app/search';
import { count } from '../importing/import-progress';

/** How often it is told how far it is, in milliseconds. */
const TELL_MS = 2_000;

const ENDS: Record<RebuildOutcome, string> = {
  DONE: 'The indexes of Meilisearch are new, and are searched from now on.',
  BUSY: 'A worker builds them anew already: nothing was done.',
  STOPPED: 'Stopped. Run it again to go on; what was searched is searched as before.',
};

/** Builds the indexes of Meilisearch anew, and tells how far it is. @throws StartFault where there is none, or none answers */
export async function rebuildMeilisearch(
  rebuilding: MirrorRebuildingService,
  signal: AbortSignal,
  write: (line: string) => void,
): Promise<void> {
  if (!rebuilding.wanted)
    throw new StartFault('MEILI_HOST is not set, so there are no indexes of Meilisearch to build.');
  let told = Date.now();
  const tell = ({ communities, of, documents }: RebuildProgress): void => {
    if (Date.now() - told < TELL_MS) return;
    told = Date.now();
    write(`Community ${communities} of ${of}: ${count(documents)} written so far.\n`);
  };
  const outcome = await rebuilding.rebuild(tell, signal).catch((error: Error) => {
    throw new StartFault(`Meilisearch did not do as asked (${error.message}): see to it and run this again to go on.`);
  });
  write(`${ENDS[outcome]}\n`);
}
