import { newId } from '@app/kernel';
import type { DocumentRef, SearchDocument, SearchEngine, SearchFindings, SearchRequest } from '@app/search';
import { ids } from '../search-contract-documents';

/** An engine under test, and how documents come into it. */
export interface SearchContractWorld {
  readonly engine: SearchEngine;
  /** Resolves when what was written can be found, and what was removed can't be. */
  write(communityId: string, documents: readonly SearchDocument[], removed?: readonly DocumentRef[]): Promise<void>;
  close(): Promise<void>;
}

/** How a request differs from that of somebody who looks for topics and articles and is not logged in. */
export type Ask = Partial<Omit<SearchRequest, 'communityId' | 'text'>>;

/** As the contract calls it. */
export function nameOfId(id: string): string {
  return Object.entries(ids).find(([, one]) => one === id)?.[0] ?? id;
}

/** Asks the engine under test, in one of two communities. */
export class SearchProbe {
  readonly ours = newId();
  readonly theirs = newId();
  private world: SearchContractWorld | undefined;

  use(world: SearchContractWorld): void {
    this.world = world;
  }

  get engine(): SearchEngine {
    return this.opened.engine;
  }

  write(communityId: string, documents: readonly SearchDocument[], removed?: readonly DocumentRef[]): Promise<void> {
    return this.opened.write(communityId, documents, removed);
  }

  search(text: string, ask: Ask = {}, communityId = this.ours): Promise<SearchFindings> {
    return this.engine.search({
      communityId,
      text,
      locale: 'en',
      kinds: ['TOPIC', 'ARTICLE'],
      filters: {},
      reader: { seesAll: false, memberId: null },
      offset: 0,
      limit: 20,
      facets: false,
      ...ask,
    });
  }

  /** The names of what is found, best first. */
  async found(text: string, ask: Ask = {}): Promise<string[]> {
    return (await this.search(text, ask)).hits.map(({ id }) => nameOfId(id));
  }

  private get opened(): SearchContractWorld {
    if (!this.world) throw new Error('There is no engine yet.');
    return this.world;
  }
}
