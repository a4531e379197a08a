import { Module, type Provider } from '@nestjs/common';
import { CommunityModule } from '@app/community';
import { DocumentsReader } from './documents/documents.reader';
import { INDEX_FOLLOWERS } from './indexing/index-follower';
import { SearchFeed } from './indexing/search-feed';
import { meilisearchProviders } from './meilisearch/meilisearch-providers';
import { MirrorJobs } from './meilisearch/mirror-jobs';

const services: Provider[] = [
  DocumentsReader,
  SearchFeed,
  ...meilisearchProviders,
  { provide: INDEX_FOLLOWERS, useFactory: (mirrors: MirrorJobs) => [mirrors], inject: [MirrorJobs] },
];

/** Finds topics, articles and names. The database is the application's to provide. */
@Module({ imports: [CommunityModule], providers: services, exports: services })
export class SearchModule {}
