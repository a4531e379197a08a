import { Injectable } from '@nestjs/common';
import type { FacetDistribution, Meilisearch, SearchResponse } from 'meilisearch';
import type { DocumentRef } from '../documents/search-document';
import { EngineDown } from '../engine/engine-down';
import type {
  CompletionRequest,
  Facets,
  FacetValue,
  SearchEngine,
  SearchFindings,
  SearchRequest,
} from '../engine/search-engine';
import { federatedSearch, searchedIndexes } from './federated-search';
import { queryLocales } from './index-settings';
import { matchedWords } from './matched-words';
import { MeiliConnection } from './meili-connection';
import { inCommunity } from './mirror-filter';
import { MirrorStanding } from './mirror-standing';
import { MirrorTarget } from './mirror-target';
import { synonymKeys, variants } from './query-synonyms';
import { pairedQuery } from './paired-characters';
import { typedQuery, type TypedQuery } from './typed-query';

const MOST_SYNONYM_TAGS = 5;

interface Found {
  readonly id: string;
  readonly _formatted?: Readonly<Record<string, unknown>>;
}

/** Searches by Meilisearch. It answers for a community once everything of it has been mirrored, and while it keeps up. */
@Injectable()
export class MeilisearchEngine implements SearchEngine {
  readonly name = 'MEILISEARCH';
  private readonly target: MirrorTarget;

  constructor(
    private readonly connection: MeiliConnection,
    private readonly standing: MirrorStanding,
  ) {
    this.target = MirrorTarget.live(connection.prefix);
  }

  /** Whether there is meant to be a Meilisearch: without one, nobody who asks PostgreSQL is worse off. */
  get configured(): boolean {
    return this.connection.configured;
  }

  async search(request: SearchRequest): Promise<SearchFindings> {
    await this.requireKeptUp(request.communityId);
    const query = typedQuery(request.text);
    const indexes = searchedIndexes(this.target, request);
    if (indexes.length === 0 || query.words.length + query.phrases.length === 0) return nothing(request);
    return this.connection.ask(async (client, signal) => {
      const synonyms = await this.prepare(client, signal, request.communityId, query);
      const search = federatedSearch(request, indexes, [query, ...variants(query, synonyms)]);
      return this.findings(request, await client.multiSearch<typeof search, Found>(search, { signal }));
    });
  }

  async complete({ communityId, kind, text, limit }: CompletionRequest): Promise<string[]> {
    await this.requireKeptUp(communityId);
    const { words } = typedQuery(text.replace(/["-]/g, ' '));
    const names = {
      indexUid: this.target.uidOf(kind),
      q: pairedQuery(words.join(' ')).trim(),
      filter: [inCommunity(communityId)],
      matchingStrategy: 'all' as const,
      locales: queryLocales(''),
      attributesToRetrieve: ['id'],
      limit,
    };
    return this.connection.ask(async (client, signal) => {
      const search = { queries: [this.readyQuery(communityId), names] };
      const { results } = await client.multiSearch<typeof search, Found>(search, { signal });
      requireReady(results[0]);
      return results[1]?.hits.map(({ id }) => id) ?? [];
    });
  }

  /** The names of things that have several and stand in the query, once it is sure that everything is there. */
  private async prepare(
    client: Meilisearch,
    signal: AbortSignal,
    communityId: string,
    query: TypedQuery,
  ): Promise<string[][]> {
    const keys = synonymKeys(query);
    const tags = {
      indexUid: this.target.uid('tags'),
      filter: [inCommunity(communityId), keys.map((key) => `synonym_keys = ${key}`)],
      attributesToRetrieve: ['names'],
      limit: MOST_SYNONYM_TAGS,
    };
    const search = { queries: [this.readyQuery(communityId), ...(keys.length > 0 ? [tags] : [])] };
    const { results } = await client.multiSearch<typeof search, { names: string[] }>(search, { signal });
    requireReady(results[0]);
    return results[1]?.hits.map(({ names }) => names) ?? [];
  }

  private readyQuery(communityId: string): { indexUid: string; filter: string[]; limit: number } {
    return { indexUid: this.target.uid('state'), filter: [inCommunity(communityId), 'ready = true'], limit: 1 };
  }

  private async requireKeptUp(communityId: string): Promise<void> {
    if (await this.standing.isBehind(communityId)) throw new EngineDown('Meilisearch is not up to date.');
  }

  private findings(request: SearchRequest, response: SearchResponse<Found>): SearchFindings {
    const kinds = new Map(request.kinds.map((kind) => [this.target.uidOf(kind), kind]));
    const hits = response.hits.flatMap(({ id, _federation }): DocumentRef[] => {
      const kind = kinds.get(_federation?.indexUid ?? '');
      return kind ? [{ kind, id }] : [];
    });
    const formatted = response.hits.flatMap(({ _formatted }) => Object.values(_formatted ?? {}));
    return {
      hits,
      total: response.estimatedTotalHits ?? hits.length,
      isExact: true,
      facets: request.facets ? facetsOf(response.facetDistribution ?? {}) : null,
      words: matchedWords(formatted.filter((text) => typeof text === 'string')),
    };
  }
}

function nothing({ facets }: SearchRequest): SearchFindings {
  return { hits: [], total: 0, isExact: true, facets: facets ? facetsOf({}) : null, words: [] };
}

function requireReady(state: { readonly hits: readonly unknown[] } | undefined): void {
  if (!state?.hits.length) throw new EngineDown('Meilisearch does not hold everything of this community yet.');
}

function facetsOf(distribution: FacetDistribution): Facets {
  const values = (field: string): FacetValue[] =>
    Object.entries(distribution[field] ?? {})
      .map(([value, count]) => ({ value, count }))
      .toSorted((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1));
  return {
    topicKinds: values('topic_kind'),
    statuses: values('status'),
    resolutions: values('resolution'),
    productIds: values('product_ids'),
    tagIds: values('tag_ids'),
  };
}
