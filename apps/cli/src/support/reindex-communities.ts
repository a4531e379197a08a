import { SearchReindexing } from '@app/search';
import { withServices } from '../with-services';
import { ReindexProgress } from './reindex-progress';

/** Indexes one community anew, or all of them, one after the other, and says how far it is. */
export async function reindexCommunities(slug: string | undefined, signal: AbortSignal): Promise<void> {
  await withServices(async (services) => {
    const reindexing = services.get(SearchReindexing);
    for (const community of await reindexing.communities(slug)) {
      if (signal.aborted) return;
      const progress = new ReindexProgress(community.slug, await reindexing.place(community.id), process.stdout);
      progress.end(await reindexing.run(community.id, { signal, onBatch: (_, place) => progress.tell(place) }));
    }
  });
}
