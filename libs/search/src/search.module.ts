import { Module, type Provider } from '@nestjs/common';
import { CommunityModule } from '@app/community';
import { SearchChanges } from './changes/search-changes';
import { DocumentsReader } from './documents/documents.reader';
import { INDEX_FOLLOWERS, type IndexFollower } from './indexing/index-follower';
import { IndexWriter } from './indexing/index-writer';
import { SearchFeed } from './indexing/search-feed';
import { SearchIndexer } from './indexing/search-indexer';
import { SearchPasses } from './indexing/search-passes';
import { SearchReindexing } from './indexing/search-reindexing';
import { SearchUpkeep } from './indexing/search-upkeep';
import { PostgresIndex } from './postgres/postgres.index';

/** Whoever wants to know that there is something new in the feed. */
const followers: Provider = { provide: INDEX_FOLLOWERS, useFactory: (): IndexFollower[] => [] };

const services: Provider[] = [
  DocumentsReader,
  followers,
  IndexWriter,
  PostgresIndex,
  SearchChanges,
  SearchFeed,
  SearchIndexer,
  SearchPasses,
  SearchReindexing,
  SearchUpkeep,
];

/** Finds topics, articles and names. The database is the application's to provide. */
@Module({ imports: [CommunityModule], providers: services, exports: services })
export class SearchModule {}
