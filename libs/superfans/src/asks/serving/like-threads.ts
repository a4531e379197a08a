import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { Similarity, type LikeTopic } from '@app/similarity';
import sql from 'sql-template-tag';

/** Finds earlier threads that are like a topic; none while nothing is known of likeness. */
@Injectable()
export class LikeThreads {
  constructor(
    private readonly similarity: Similarity,
    private readonly reader: Reader,
  ) {}

  async of(communityId: string, topicId: string, count: number): Promise<readonly LikeTopic[]> {
    const topic = await this.reader.row<{ title: string; body: string }>(
      communityId,
      sql`SELECT t.title, t.body FROM topics t WHERE t.community_id = ${communityId} AND t.id = ${topicId}`,
    );
    return topic ? this.similarity.threadsLike(communityId, { ...topic, except: topicId }, count) : [];
  }

  /** Has what is to be compared with read, where it is not yet. */
  async warm(communityId: string): Promise<void> {
    await this.similarity.threadsLike(communityId, { title: '', body: '', except: null }, 1);
  }
}
