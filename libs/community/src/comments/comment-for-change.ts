import { selectList, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { findTopicForChange } from '../topics/topic-for-change';
import type { Topic } from '../topics/topic.entity';
import { knownComments } from '../topics/topic-visibility';
import type { MemberViewer } from '../viewer/viewer';
import { Comment } from './comment.entity';

/** A comment and the topic that it stands in, both locked. */
export interface CommentInTopic {
  readonly comment: Comment;
  readonly topic: Topic;
}

/** A comment that the viewer sees, with its topic, both locked until the transaction ends; NOT_FOUND otherwise. */
export async function lockComment(tx: Tx, viewer: MemberViewer, commentId: string): Promise<CommentInTopic> {
  const { communityId } = viewer;
  // A merge may move the comment while its topic's lock is waited for: then the lock is taken where it went.
  for (;;) {
    const found = await tx.row<Pick<Comment, 'topicId'>>(
      sql`SELECT topic_id AS "topicId" FROM comments WHERE community_id = ${communityId} AND id = ${commentId}`,
    );
    const topic = found && (await findTopicForChange(tx, viewer, found.topicId));
    const comment = await tx.row<Comment>(
      sql`SELECT ${selectList(Comment, 'c')} FROM comments c
          WHERE c.community_id = ${communityId} AND c.id = ${commentId}${knownComments(viewer)} FOR NO KEY UPDATE`,
    );
    if (!topic || !comment) throw DomainError.notFound('comment');
    if (comment.topicId === topic.id) return { comment, topic };
  }
}
