import { Injectable, Logger } from '@nestjs/common';
import { SEARCH_KINDS, type DocumentRef, type SearchKind } from '../documents/search-document';
import { SearchFeed, type FeedEntry } from '../indexing/search-feed';
import { MeiliConnection } from './meili-connection';
import { inCommunity } from './mirror-filter';
import { MirrorFilling } from './mirror-filling';
import { MirrorIndexes } from './mirror-indexes';
import type { MirrorPace } from './mirror-pace';
import { MirrorStates, type StatePlace } from './mirror-states';

/** Revisions that are compared at once. */
const PAGE = 2_000;

/** What a comparison came to. */
export interface Swept {
  /** Documents that were missing, or older than they should be: written again. */
  readonly written: number;
  /** Documents that should not have been there: gone, or as they are now. */
  readonly removed: number;
  /** The revision to go on behind, where there was no time for all of it; null where there was. */
  readonly next: number | null;
}

/** Entries of the feed behind a revision and up to another one; null: all there are. */
interface Page {
  readonly from: number;
  readonly to: number | null;
  readonly entries: readonly FeedEntry[];
}

interface Kept extends DocumentRef {
  readonly revision: number;
}

/**
 * Compares the copy of a community with the database by id and revision, and repairs it both ways. It trusts nothing
 * but what it sees: lost writes, foreign documents, restored backups.
 */
@Injectable()
export class MirrorSweeping {
  private readonly log = new Logger('Meilisearch');

  constructor(
    private readonly connection: MeiliConnection,
    private readonly feed: SearchFeed,
    private readonly indexes: MirrorIndexes,
    private readonly states: MirrorStates,
    private readonly filling: MirrorFilling,
  ) {}

  /**
   * Compares page by page what should be there by now, behind a revision. The caller holds the community's lease.
   * @throws EngineDown
   */
  async sweep(communityId: string, from: number, { inTime, beat }: MirrorPace): Promise<Swept> {
    const { generation } = await this.indexes.ensure(this.indexes.live);
    const place = { target: this.indexes.live, generation, communityId };
    const { position } = await this.states.read(place);
    const counts = { written: 0, removed: 0 };
    let next: number | null = from;
    while (next !== null && inTime()) {
      await beat();
      const page: Page = await this.page(communityId, next, position);
      await this.comparePage(place, page, counts, beat);
      next = page.to;
    }
    if (counts.written + counts.removed > 0) {
      this.log.warn(`lacked ${counts.written} documents and had ${counts.removed} too many: repaired.`);
    }
    return { ...counts, next };
  }

  private async page(communityId: string, from: number, position: number): Promise<Page> {
    const found = await this.feed.since(communityId, from, PAGE);
    const entries = found.filter(({ revision }) => revision <= position);
    return { from, to: entries.length < PAGE ? null : (entries.at(-1)?.revision ?? null), entries };
  }

  private async comparePage(
    place: StatePlace,
    { from, to, entries }: Page,
    counts: { written: number; removed: number },
    beat: () => Promise<void>,
  ): Promise<void> {
    const kept = await this.kept(place, from, to);
    const keptKeys = new Set(kept.map(keyOf));
    const missing = entries.filter((entry) => !entry.removed && !keptKeys.has(keyOf(entry)));
    const wanted = new Set(entries.filter(({ removed }) => !removed).map(keyOf));
    const surplus = kept.filter((document) => !wanted.has(keyOf(document)));
    // What is at another revision now comes, or came, with the page of that one; what is nowhere goes.
    const gone = new Set((await this.filling.gone(place.communityId, surplus)).map(({ id }) => id));
    const stray = surplus.filter(({ id }) => gone.has(id));
    if (missing.length > 0) await this.filling.write(place, missing, beat);
    if (stray.length > 0) {
      await this.filling.write(
        place,
        stray.map((document) => ({ ...document, removed: true })),
        beat,
      );
    }
    counts.written += missing.length;
    counts.removed += stray.length;
  }

  /** What is there of these revisions. */
  private async kept({ target, communityId }: StatePlace, from: number, to: number | null): Promise<Kept[]> {
    const lists: Kept[] = [];
    for (const kind of SEARCH_KINDS) {
      lists.push(...(await this.keptOfKind(target.uidOf(kind), kind, { communityId, from, to })));
    }
    return lists;
  }

  private async keptOfKind(
    uid: string,
    kind: SearchKind,
    { communityId, from, to }: { communityId: string; from: number; to: number | null },
  ): Promise<Kept[]> {
    const filter = [inCommunity(communityId), `revision > ${from}`, ...(to === null ? [] : [`revision <= ${to}`])];
    const found: Kept[] = [];
    for (;;) {
      const { results } = await this.connection.write((client) =>
        client
          .index<{ id: string; revision: number }>(uid)
          .getDocuments({ filter, fields: ['id', 'revision'], limit: PAGE, offset: found.length }),
      );
      found.push(...results.map(({ id, revision }) => ({ kind, id, revision })));
      if (results.length < PAGE) return found;
    }
  }
}

function keyOf({ kind, id, revision }: Kept): string {
  return `${kind} ${id} ${revision}`;
}
