import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { effectiveSettings, type Viewer } from '@app/community';
import { GlobalId } from '@app/kernel';
import { recordedQuery, SearchIds, SearchRecordsService, type MadeSearch, type SearchResults } from '@app/search';
import { isbot } from 'isbot';
import { LRUCache } from 'lru-cache';
import type { RequestContext } from '../common/request-context';

const FLUSH_MS = 10_000;
/** Somebody who types on within this time is still typing the same search. */
const TYPING_MS = 60_000;
/** Gathered between two flushes at most; a flood beyond it is not kept. */
const MOST_GATHERED = 20_000;

/** What was searched, and what came of it. */
export interface NotedSearch {
  readonly query: string;
  /** The global id of the search that this one goes on with, as the client says. */
  readonly continues?: string | null;
  readonly found: Pick<SearchResults, 'total' | 'degraded'>;
  /** Whether it is the first page: a further one is the same search. */
  readonly isFirst: boolean;
}

interface Typed {
  readonly id: string;
  readonly query: string;
}

/**
 * Gathers searches in memory and hands them over every ten seconds, so that searching never waits for a write. Robots
 * and programs are left out. While a reader types, or goes back in what they typed, it is one search: one text is then
 * the beginning of the other. What a killed process had gathered, seconds' worth, is lost.
 */
@Injectable()
export class SearchRecorder implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(SearchRecorder.name);
  private readonly typing = new LRUCache<string, Typed>({ max: 50_000, ttl: TYPING_MS });
  private gathered = new Map<string, Map<string, MadeSearch>>();
  private count = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly records: SearchRecordsService,
    private readonly ids: SearchIds,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.flush(), FLUSH_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  /** Notes a search, and gives its id. */
  note({ principal, request, limitKey }: RequestContext, viewer: Viewer, search: NotedSearch): string {
    const { communityId } = viewer;
    const query = recordedQuery(search.query);
    const agent = request.headers['user-agent'];
    if (!query || principal.kind === 'key' || !agent || isbot(agent)) return this.ids.issue(communityId);
    const reader = `${communityId} ${limitKey}`;
    const id = this.continued(viewer, search.continues) ?? this.typedOn(reader, query) ?? this.ids.issue(communityId);
    this.typing.set(reader, { id, query });
    if (!search.isFirst) return id;
    this.gather(communityId, {
      id,
      query,
      resultCount: search.found.total,
      degraded: search.found.degraded,
      memberId: effectiveSettings(viewer.community.settings).keepSearchers ? viewer.memberId : null,
      searchedAt: new Date().toISOString(),
    });
    return id;
  }

  /** Hands over what was gathered; what cannot be handed over now is kept for the next time. */
  async flush(): Promise<void> {
    const batch = this.gathered;
    this.gathered = new Map();
    this.count = 0;
    for (const [communityId, searches] of batch) {
      try {
        await this.records.handOver({ communityId, searches: [...searches.values()] });
      } catch (error) {
        this.logger.warn(`Searches wait for the database: ${String(error)}`);
        for (const search of searches.values()) this.gather(communityId, search, false);
      }
    }
  }

  /** The search that the client says it goes on with; one that is not its own to say counts for nothing. */
  private continued({ communityId }: Viewer, continues: string | null | undefined): string | null {
    const ref = GlobalId.parse(continues);
    if (ref?.thing !== 'Search' || ref.communityId !== communityId) return null;
    return this.ids.isClickable(communityId, ref.id) ? ref.id : null;
  }

  private typedOn(reader: string, query: string): string | null {
    const before = this.typing.get(reader);
    return before && (query.startsWith(before.query) || before.query.startsWith(query)) ? before.id : null;
  }

  private gather(communityId: string, search: MadeSearch, isNewer = true): void {
    const ofCommunity = this.gathered.get(communityId) ?? new Map<string, MadeSearch>();
    this.gathered.set(communityId, ofCommunity);
    const known = ofCommunity.has(search.id);
    if (known ? !isNewer : this.count >= MOST_GATHERED) return;
    if (!known) this.count++;
    ofCommunity.set(search.id, search);
  }
}
