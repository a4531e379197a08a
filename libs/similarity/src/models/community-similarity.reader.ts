import { Injectable } from '@nestjs/common';
import type { SimilarityBasis } from '../serving/similarity';
import { ThreadsReader } from '../texts/threads.reader';
import { LEAST_THREADS } from './model-learning.service';
import { ModelsReader, type ModelRow } from './models.reader';

/** What a community has taught so far. */
export interface CommunitySimilarity {
  readonly basis: SimilarityBasis;
  /** The version in use; null where there is none. */
  readonly serving: ModelRow | null;
  /** The version that is being learned; null where none is. */
  readonly learning: ModelRow | null;
  /** Topics with answers that there are now. */
  readonly threads: number;
  /** Topics with answers from which on it is learned. */
  readonly leastThreads: number;
  /** The latest versions, the newest first. */
  readonly versions: readonly ModelRow[];
}

/** Tells leads what their community has taught. */
@Injectable()
export class CommunitySimilarityReader {
  constructor(
    private readonly models: ModelsReader,
    private readonly texts: ThreadsReader,
  ) {}

  async of(communityId: string): Promise<CommunitySimilarity> {
    const [versions, threads] = await Promise.all([
      this.models.latest(communityId),
      this.texts.answeredTopics(communityId),
    ]);
    const serving = versions.find(({ state }) => state === 'SERVING') ?? null;
    return {
      basis: serving ? 'LEARNED' : 'WORDS',
      serving,
      learning: versions.find(({ state }) => state === 'LEARNING') ?? null,
      threads,
      leastThreads: LEAST_THREADS,
      versions,
    };
  }
}
