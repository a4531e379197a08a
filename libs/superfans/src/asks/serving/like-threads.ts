import { Injectable } from '@nestjs/common';
import { Similarity } from '@app/similarity';
import type { LikeThread } from '../../routing/routed-question';

/** Finds earlier threads that are like a topic; none while nothing is known of likeness. */
@Injectable()
export class LikeThreads {
  constructor(private readonly similarity: Similarity) {}

  async of(communityId: string, topicId: string, count: number): Promise<LikeThread[]> {
    const { candidates } = await this.similarity.related(communityId, topicId, count);
    return candidates.flatMap(({ kind, id, because }) =>
      kind === 'TOPIC' ? [{ topicId: id, likeness: because.likeness }] : [],
    );
  }
}
