import { Injectable } from '@nestjs/common';
import { EMBED_TEXTS_TASK, EmbeddingQueue, EmbeddingsFollower, type SimilarityJob } from '@app/similarity';
import type { Job } from '../job';

/**
 * Has a pretrained model read what has changed in a community; every hour, whether or not anything has, asks for all of
 * them. A model that is down is asked again later, the later the more often it was: as with every job that fails.
 */
@Injectable()
export class EmbedTextsJob implements Job<Partial<SimilarityJob>> {
  readonly task = EMBED_TEXTS_TASK;
  readonly cron = '7 * * * *';

  constructor(
    private readonly queue: EmbeddingQueue,
    private readonly embeddings: EmbeddingsFollower,
  ) {}

  async run({ communityId }: Partial<SimilarityJob>, stopping: AbortSignal): Promise<void> {
    if (!communityId) return this.queue.askForAll();
    try {
      await this.embeddings.follow(communityId, stopping);
    } catch (error) {
      if (!stopping.aborted) throw error;
      await this.queue.ask(communityId);
    }
  }
}
