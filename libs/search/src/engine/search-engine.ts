import type { Resolution, TopicKind, TopicStatus } from '@app/community';
import type { DocumentRef, NameDocument } from '../documents/search-document';

/** Who looks: staff find private topics, others their own ones only. */
export interface SearchReaderScope {
  readonly seesAll: boolean;
  readonly memberId: string | null;
}

/** Narrows what is found; of each list, any. Filters of topics leave articles out. */
export interface SearchFilters {
  readonly topicKinds?: readonly TopicKind[];
  readonly statuses?: readonly TopicStatus[];
  readonly resolutions?: readonly Resolution[];
  readonly productIds?: readonly string[];
  readonly tagIds?: readonly string[];
}

/** What somebody looks for among topics and articles. */
export interface SearchRequest {
  readonly communityId: string;
  /** As typed: words, "phrases", -exclusions; the last word may be half a word. */
  readonly text: string;
  /** BCP 47, of the community. */
  readonly locale: string;
  readonly kinds: readonly ('TOPIC' | 'ARTICLE')[];
  readonly filters: SearchFilters;
  readonly reader: SearchReaderScope;
  readonly offset: number;
  readonly limit: number;
  /** Whether facets are wanted: they cost. */
  readonly facets: boolean;
}

/** How many of what was found have a value, most first. */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** Counts by kind of topic, status, resolution, product (id) and tag (id). */
export interface Facets {
  readonly topicKinds: readonly FacetValue[];
  readonly statuses: readonly FacetValue[];
  readonly resolutions: readonly FacetValue[];
  readonly productIds: readonly FacetValue[];
  readonly tagIds: readonly FacetValue[];
}

/** What an engine found, best first. It may be stale: who shows it asks the database again. */
export interface SearchFindings {
  readonly hits: readonly DocumentRef[];
  /** How many there are in all. */
  readonly total: number;
  /** False where counting stopped: there are at least that many. */
  readonly isExact: boolean;
  readonly facets: Facets | null;
  /** The words that were really looked for, folded (lower case, no accents): corrected, completed, synonyms; to highlight. */
  readonly words: readonly string[];
}

/** A name that somebody is typing. */
export interface CompletionRequest {
  readonly communityId: string;
  readonly kind: NameDocument['kind'];
  readonly text: string;
  readonly limit: number;
}

/** Finds what was indexed. Writing is each engine's own: PostgreSQL is written by the index job, others mirror it. */
export interface SearchEngine {
  readonly name: 'POSTGRES' | 'MEILISEARCH';
  /** @throws EngineDown where the engine can't answer now */
  search(request: SearchRequest): Promise<SearchFindings>;
  /** The ids of what has such a name, best first. @throws EngineDown */
  complete(request: CompletionRequest): Promise<string[]>;
}
