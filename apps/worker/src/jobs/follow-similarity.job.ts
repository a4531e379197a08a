import { Injectable } from '@nestjs/common';
import {
  BurstsService,
  EmbeddingQueue,
  FOLLOW_SIMILARITY_TASK,
  LearningQueue,
  ReplyLinksFollower,
  type SimilarityJob,
} from '@app/similarity';
import type { Job } from '../job';

/** Follows what was indexed: who pointed where, whether the community has grown, whether something bursts. */
@Injectable()
export class FollowSimilarityJob implements Job<SimilarityJob> {
  readonly task = FOLLOW_SIMILARITY_TASK;

  constructor(
    private readonly links: ReplyLinksFollower,
    private readonly learning: LearningQueue,
    private readonly bursts: BurstsService,
    private readonly embeddings: EmbeddingQueue,
  ) {}

  async run({ communityId }: SimilarityJob, stopping: AbortSignal): Promise<void> {
    await this.links.follow(communityId, stopping);
    await this.learning.afterGrowth(communityId);
    await this.bursts.look(communityId);
    await this.embeddings.ask(communityId);
  }
}
