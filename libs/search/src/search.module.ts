import { Module, type Provider } from '@nestjs/common';
import { CommunityModule } from '@app/community';
import { SearchChanges } from './changes/search-changes';
import { DocumentsReader } from './documents/documents.reader';
import { EngineChain } from './engine/engine-chain';
import { SEARCH_ENGINES, type SearchEngines } from './engine/search-engines';
import { HitHighlights } from './highlighting/hit-highlights';
import { INDEX_FOLLOWERS, type IndexFollower } from './indexing/index-follower';
import { IndexWriter } from './indexing/index-writer';
import { SearchFeed } from './indexing/search-feed';
import { SearchIndexer } from './indexing/search-indexer';
import { SearchPasses } from './indexing/search-passes';
import { SearchReindexing } from './indexing/search-reindexing';
import { SearchUpkeep } from './indexing/search-upkeep';
import { PostgresEngine } from './postgres/postgres.engine';
import { PostgresIndex } from './postgres/postgres.index';
import { SearchClicksService } from './recording/search-clicks.service';
import { SearchIds } from './recording/search-ids';
import { SearchInsightsReader } from './recording/search-insights.reader';
import { SearchRecordsService } from './recording/search-records.service';
import { SearchTidying } from './recording/search-tidying';
import { CompletionsService } from './searching/completions.service';
import { HitsReader } from './searching/hits.reader';
import { SearchService } from './searching/search.service';

/** Whoever wants to know that there is something new in the feed. */
const followers: Provider = { provide: INDEX_FOLLOWERS, useFactory: (): IndexFollower[] => [] };

/** Who is asked, the preferred one first. */
const engines: Provider = {
  provide: SEARCH_ENGINES,
  inject: [PostgresEngine],
  useFactory: (postgres: PostgresEngine): SearchEngines => [postgres],
};

const services: Provider[] = [
  CompletionsService,
  DocumentsReader,
  EngineChain,
  engines,
  followers,
  HitHighlights,
  HitsReader,
  IndexWriter,
  PostgresEngine,
  PostgresIndex,
  SearchChanges,
  SearchClicksService,
  SearchFeed,
  SearchIds,
  SearchIndexer,
  SearchInsightsReader,
  SearchPasses,
  SearchRecordsService,
  SearchReindexing,
  SearchService,
  SearchTidying,
  SearchUpkeep,
];

/** Finds topics, articles and names. The database is the application's to provide. */
@Module({ imports: [CommunityModule], providers: services, exports: services })
export class SearchModule {}
