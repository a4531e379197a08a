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
export { MeiliConnection, type MeiliOptions } from './meilisearch/meili-connection';
export { MeilisearchEngine } from './meilisearch/meilisearch.engine';
export { MirrorFollowUpService } from './meilisearch/mirror-follow-up.service';
export {
  FOLLOW_MIRRORS_TASK,
  MIRROR_SEARCH_TASK,
  MirrorJobs,
  REBUILD_MIRRORS_TASK,
  SWEEP_MIRROR_TASK,
  type MirrorJob,
} from './meilisearch/mirror-jobs';
export {
  MirrorRebuildingService,
  type RebuildOutcome,
  type RebuildProgress,
} from './meilisearch/mirror-rebuilding.service';
export { MirrorRepairingService } from './meilisearch/mirror-repairing.service';
export { MirroringService } from './meilisearch/mirroring.service';
export { EngineChain, type Answered } from './engine/engine-chain';
export { SEARCH_ENGINES, type SearchEngines } from './engine/search-engines';
export { HIGHLIGHT_SOURCES, type Highlight, type HighlightSource } from './highlighting/highlighter';
export { HitHighlights } from './highlighting/hit-highlights';
export { type Segment } from './highlighting/segment';
export { SearchClicksService, type ClickSearch } from './recording/search-clicks.service';
export { SearchIds } from './recording/search-ids';
export {
  SearchInsightsReader,
  type QueryCount,
  type SearchInsights,
  type Share,
} from './recording/search-insights.reader';
export {
  recordedQuery,
  SearchRecordsService,
  WRITE_SEARCHES_TASK,
  type MadeSearch,
  type SearchBatch,
} from './recording/search-records.service';
export { SearchTidying } from './recording/search-tidying';
export { CompletionsService } from './searching/completions.service';
export { type FoundThing, type Hit, type SearchResults } from './searching/found';
export { MOST_HITS, SearchService, type Search } from './searching/search.service';
export { DocumentsReader } from './documents/documents.reader';
export { INDEX_FOLLOWERS, type IndexFollower } from './indexing/index-follower';
export { SearchFeed, type FeedEntry } from './indexing/search-feed';
export { SearchIndexer, type DrainOptions, type DrainOutcome } from './indexing/search-indexer';
export { type PassPlace } from './indexing/search-passes';
export { SearchReindexing } from './indexing/search-reindexing';
export { INDEX_SEARCH_TASK, SearchUpkeep, type IndexSearch } from './indexing/search-upkeep';
export { PostgresEngine } from './postgres/postgres.engine';
export { PostgresIndex } from './postgres/postgres.index';
export { searchEntities } from './search-entities';
export { SearchModule } from './search.module';
export { fold } from './words/fold';
