import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { JobQueue, type Tx } from '@app/database';
import { INDEX_FOLLOWERS, type IndexFollower } from '@app/search';

/** Names the job that follows what was indexed: links, growth, bursts. */
export const FOLLOW_SIMILARITY_TASK = 'follow_similarity';

/** What jobs about one community are told. */
export interface SimilarityJob {
  readonly communityId: string;
}

/** What is indexed within the same stretch of so many milliseconds is followed at once, at its end. */
const STRETCH = 15_000;

/** Has everything followed that is indexed, a little later. */
@Injectable()
export class SimilarityFollower implements IndexFollower, OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    @Inject(INDEX_FOLLOWERS) private readonly followers: IndexFollower[],
  ) {}

  onModuleInit(): void {
    this.followers.push(this);
  }

  async indexed(tx: Tx, communityId: string): Promise<void> {
    const payload: SimilarityJob = { communityId };
    await this.jobs.add(tx, {
      task: FOLLOW_SIMILARITY_TASK,
      payload: { ...payload },
      key: `${FOLLOW_SIMILARITY_TASK}:${communityId}`,
      runAt: new Date(Math.ceil(Date.now() / STRETCH) * STRETCH),
    });
  }
}
