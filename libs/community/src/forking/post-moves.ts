import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import sql from 'sql-template-tag';
import { AnswerMarks } from '../marks/answer-marks';
import type { Topic } from '../topics/topic.entity';
import type { MemberViewer } from '../viewer/viewer';
import { isAnswer, type LeavingPosts } from './leaving-posts';

/** The posts that leave one topic for another. */
interface PostMove {
  readonly from: Topic;
  readonly toId: string;
  readonly posts: LeavingPosts;
}

/** Takes posts out of a topic into the one that a fork has made of them, where they are at home from then on. */
@Injectable()
export class PostMoves {
  constructor(private readonly marks: AnswerMarks) {}

  async move(tx: Tx, viewer: MemberViewer, { from, toId, posts }: PostMove): Promise<void> {
    await this.retire(tx, viewer, toId, posts);
    await this.moveAnswers(tx, viewer, toId, posts);
    const { communityId } = from;
    await tx.rows(sql`
      UPDATE comments SET topic_id = ${toId}, moved_from_id = NULL, answer_id = NULL
      WHERE community_id = ${communityId} AND id = ANY (${posts.comments.map(({ id }) => id)}::uuid[])`);
    await tx.rows(sql`
      UPDATE comments SET topic_id = ${toId}, moved_from_id = NULL, answer_id = nullif(answer_id, ${posts.first.id})
      WHERE community_id = ${communityId} AND topic_id = ${from.id}
        AND answer_id = ANY (${[posts.first, ...posts.answers].map(({ id }) => id)}::uuid[])`);
  }

  /** The first post is the new topic now; its row stays behind, out of sight, and says so. */
  private async retire(tx: Tx, viewer: MemberViewer, toId: string, { first }: LeavingPosts): Promise<void> {
    await tx.rows(sql`
      UPDATE ${isAnswer(first) ? sql`answers` : sql`comments`}
      SET state = 'REMOVED', state_reason = 'It is a topic of its own now.', forked_into_id = ${toId}
      WHERE community_id = ${viewer.communityId} AND id = ${first.id}`);
    if (isAnswer(first)) await this.marks.end(tx, viewer, first);
  }

  /** "This solved it" was said of another question, and ends; an official answer stays what the company says. */
  private async moveAnswers(
    tx: Tx,
    viewer: MemberViewer,
    toId: string,
    { first, answers }: LeavingPosts,
  ): Promise<void> {
    const { communityId } = viewer;
    const ids = answers.map(({ id }) => id);
    for (const answer of answers) await this.marks.endSolved(tx, viewer, answer);
    await tx.rows(sql`
      WITH marks AS (
        UPDATE official_marks SET topic_id = ${toId}, suspended = false
        WHERE community_id = ${communityId} AND answer_id = ANY (${ids}::uuid[]))
      UPDATE answers SET topic_id = ${toId}, moved_from_id = NULL, follow_up = (author_id = ${first.authorId})
      WHERE community_id = ${communityId} AND id = ANY (${ids}::uuid[])`);
  }
}
