export {
  REPLY_RANKS,
  SEARCH_KINDS,
  type ArticleDocument,
  type DocumentRef,
  type NameDocument,
  type ReplyRank,
  type ReplyText,
  type SearchDocument,
  type SearchKind,
  type TopicDocument,
} from './documents/search-document';
export { EngineDown } from './engine/engine-down';
export { type Facets, type FacetValue, type SearchEngine, type SearchFilters } from './engine/search-engine';
export { type SearchFindings, type SearchReaderScope, type SearchRequest } from './engine/search-engine';
export { type CompletionRequest } from './engine/search-engine';
export { DocumentsReader } from './documents/documents.reader';
export { INDEX_FOLLOWERS, type IndexFollower } from './indexing/index-follower';
export { SearchFeed, type FeedEntry } from './indexing/search-feed';
export { SearchIndexer, type DrainOptions, type DrainOutcome } from './indexing/search-indexer';
export { type PassPlace } from './indexing/search-passes';
export { SearchReindexing } from './indexing/search-reindexing';
export { INDEX_SEARCH_TASK, SearchUpkeep, type IndexSearch } from './indexing/search-upkeep';
export { PostgresIndex } from './postgres/postgres.index';
export { searchEntities } from './search-entities';
export { SearchModule } from './search.module';
