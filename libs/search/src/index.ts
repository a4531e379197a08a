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
export { PostgresEngine } from './postgres/postgres.engine';
export { PostgresIndex } from './postgres/postgres.index';
export { searchEntities } from './search-entities';
export { SearchModule } from './search.module';
