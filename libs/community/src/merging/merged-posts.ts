import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import sql from 'sql-template-tag';
import type { Topic } from '../topics/topic.entity';

/** Posts that go from one topic to another: those that were posted on one of `homes`. */
export interface PostMove {
  readonly from: Topic;
  readonly to: Topic;
  readonly homes: readonly string[];
}

/** How many posts went. */
export interface MovedPosts {
  readonly answers: number;
  readonly comments: number;
}

/** Takes answers and comments from topic to topic. */
@Injectable()
export class MergedPosts {
  /** Whether an answer is a follow-up is a matter of the topic that it stands in, so it is said anew. */
  async move(tx: Tx, { from, to, homes }: PostMove): Promise<MovedPosts> {
    const answers = await tx.rows(sql`
      UPDATE answers SET topic_id = ${to.id}, moved_from_id = nullif(coalesce(moved_from_id, topic_id), ${to.id}),
        follow_up = (author_id = ${to.authorId})
      WHERE community_id = ${to.communityId} AND topic_id = ${from.id}
        AND coalesce(moved_from_id, topic_id) = ANY (${homes}::uuid[]) RETURNING id`);
    const comments = await tx.rows(sql`
      UPDATE comments SET topic_id = ${to.id}, moved_from_id = nullif(coalesce(moved_from_id, topic_id), ${to.id})
      WHERE community_id = ${to.communityId} AND topic_id = ${from.id} AND answer_id IS NULL
        AND coalesce(moved_from_id, topic_id) = ANY (${homes}::uuid[]) RETURNING id`);
    const onAnswers = await tx.rows(sql`
      UPDATE comments c SET topic_id = a.topic_id FROM answers a
      WHERE c.community_id = ${to.communityId} AND c.topic_id = ${from.id}
        AND a.community_id = c.community_id AND a.id = c.answer_id AND a.topic_id = ${to.id} RETURNING c.id`);
    return { answers: answers.length, comments: comments.length + onAnswers.length };
  }
}
