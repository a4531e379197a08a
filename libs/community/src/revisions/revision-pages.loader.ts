import { Injectable } from '@nestjs/common';
import { Keyset, PageLoader, selectList, type PageSource } from '@app/database';
import { listKey, type Connection, type PageRequest } from '@app/kernel';
import sql, { raw } from 'sql-template-tag';
import type { AnswerRow } from '../answers/answer-row';
import type { Comment } from '../comments/comment.entity';
import { isTombstone } from '../topics/topic-visibility';
import type { TopicRow } from '../topics/topic-row';
import type { Viewer } from '../viewer/viewer';
import { Revision } from './revision.entity';

/** What revisions are of. */
export type RevisionList = 'topic' | 'answer' | 'comment';

/** Reads what the versions of posts said, page by page, newest first. Whoever sees a post sees its versions. */
@Injectable()
export class RevisionPages extends PageLoader<Viewer, Revision, RevisionList> {
  /** A page of the versions of a topic that the viewer knows of; a tombstone shows none. */
  async ofTopic(viewer: Viewer, topic: TopicRow, page: PageRequest): Promise<Connection<Revision>> {
    const key = { list: 'topic', parentId: topic.id, page } as const;
    return isTombstone(viewer, topic) ? this.connection(key, []) : this.page(viewer, key);
  }

  /** A page of the versions of an answer that the viewer sees. */
  async ofAnswer(viewer: Viewer, answer: AnswerRow, page: PageRequest): Promise<Connection<Revision>> {
    return this.page(viewer, { list: 'answer', parentId: answer.id, page });
  }

  /** A page of the versions of a comment that the viewer sees. */
  async ofComment(viewer: Viewer, comment: Comment, page: PageRequest): Promise<Connection<Revision>> {
    return this.page(viewer, { list: 'comment', parentId: comment.id, page });
  }

  keyset(list: RevisionList, parentId: string): Keyset<Revision> {
    return new Keyset<Revision>(
      listKey(`revisions:${list}`, parentId),
      [{ expression: 'r.version', type: 'integer', value: (revision) => revision.version }],
      true,
    );
  }

  source(viewer: Viewer, list: RevisionList): PageSource {
    return {
      table: 'revisions',
      alias: 'r',
      columns: selectList(Revision, 'r'),
      where: sql`r.community_id = ${viewer.communityId} AND ${raw(`r.${list}_id`)} = parent.id`,
    };
  }

  parentOf({ topicId, answerId, commentId }: Revision): string {
    return topicId ?? answerId ?? commentId ?? '';
  }
}
