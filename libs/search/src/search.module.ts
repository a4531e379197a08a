import { Module, type Provider } from '@nestjs/common';
import { CommunityModule } from '@app/community';
import { DocumentsReader } from './documents/documents.reader';
import { EngineChain } from './engine/engine-chain';
import { HitHighlights } from './highlighting/hit-highlights';
import { SearchFeed } from './indexing/search-feed';
import { SearchClicksService } from './recording/search-clicks.service';
import { SearchIds } from './recording/search-ids';
import { SearchInsightsReader } from './recording/search-insights.reader';
import { SearchRecordsService } from './recording/search-records.service';
import { SearchTidying } from './recording/search-tidying';
import { CompletionsService } from './searching/completions.service';
import { HitsReader } from './searching/hits.reader';
import { SearchService } from './searching/search.service';

const services: Provider[] = [
  CompletionsService,
  DocumentsReader,
  EngineChain,
  HitHighlights,
  HitsReader,
  SearchClicksService,
  SearchFeed,
  SearchIds,
  SearchInsightsReader,
  SearchRecordsService,
  SearchService,
  SearchTidying,
];

/** Finds topics, articles and names. The database is the application's to provide. */
@Module({ imports: [CommunityModule], providers: services, exports: services })
export class SearchModule {}
