import { Module, type Provider } from '@nestjs/common';
import { CommunityModule } from '@app/community';
import { SearchModule } from '@app/search';
import { BurstsService } from './bursts/bursts.service';
import { ConfiguredEmbedder } from './embedding/configured-embedder';
import { EmbeddingQueue } from './embedding/embedding-queue';
import { EmbeddingsFollower } from './embedding/embeddings.follower';
import { EmbeddingsReader } from './embedding/embeddings.reader';
import { QueryEmbedder } from './embedding/query-embedder';
import { CommunityHistoryReader } from './evaluation/community-history.reader';
import { LabelLinksReader } from './evaluation/label-links.reader';
import { LinkResolver } from './links/link-resolver';
import { ReplyLinksFollower } from './links/reply-links.follower';
import { ReplyLinksReader } from './links/reply-links.reader';
import { ReplyLinksWriter } from './links/reply-links.writer';
import { CommunitySimilarityReader } from './models/community-similarity.reader';
import { LearningTexts } from './models/learning-texts';
import { ModelLearningService } from './models/model-learning.service';
import { ModelsReader } from './models/models.reader';
import { ModelsWriter } from './models/models.writer';
import { RelatedTopicsReader } from './related/related-topics.reader';
import { LiveSimilarity } from './serving/live-similarity';
import { MemoryTexts } from './serving/memory-texts';
import { Similarity } from './serving/similarity';
import { ThreadsReader } from './texts/threads.reader';
import { LearningQueue } from './upkeep/learning-queue';
import { SimilarityFollower } from './upkeep/similarity-follower';

const services: Provider[] = [
  BurstsService,
  CommunityHistoryReader,
  CommunitySimilarityReader,
  ConfiguredEmbedder,
  EmbeddingQueue,
  EmbeddingsFollower,
  EmbeddingsReader,
  LabelLinksReader,
  LearningQueue,
  LearningTexts,
  LinkResolver,
  LiveSimilarity,
  MemoryTexts,
  ModelLearningService,
  ModelsReader,
  ModelsWriter,
  QueryEmbedder,
  RelatedTopicsReader,
  ReplyLinksFollower,
  ReplyLinksReader,
  ReplyLinksWriter,
  SimilarityFollower,
  ThreadsReader,
  { provide: Similarity, useExisting: LiveSimilarity },
];

/** Which earlier threads are like this one. The database is the application's to provide. */
@Module({ imports: [CommunityModule, SearchModule], providers: services, exports: services })
export class SimilarityModule {}
