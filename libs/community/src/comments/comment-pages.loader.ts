import { Injectable } from '@nestjs/common';
import { Keyset, PageLoader, selectList, type PageSource } from '@app/database';
import { listKey, type Connection, type PageRequest } from '@app/kernel';
import sql from 'sql-template-tag';
import type { AnswerRow } from '../answers/answer-row';
import { isTombstone, knownPosts } from '../topics/topic-visibility';
import type { TopicRow } from '../topics/topic-row';
import type { Viewer } from '../viewer/viewer';
import { Comment } from './comment.entity';

/** What comments are on: a topic itself, or an answer. */
export type CommentList = 'topic' | 'answer';

/** What a topic's page shows of a comment. */
const SHOWN = [
  'communityId',
  'id',
  'topicId',
  'answerId',
  'authorId',
  'authorRole',
  'bodyHtml',
  'state',
  'version',
  'editedAt',
  'createdAt',
] as const satisfies readonly (keyof Comment)[];

/** Where the comments on topics, or on answers, are read from. */
export function commentSource(viewer: Viewer, list: CommentList, shownOnly = false): PageSource {
  const onParent =
    list === 'topic' ? sql`c.topic_id = parent.id AND c.answer_id IS NULL` : sql`c.answer_id = parent.id`;
  return {
    table: 'comments',
    alias: 'c',
    columns: selectList(Comment, 'c', shownOnly ? SHOWN : undefined),
    where: sql`c.community_id = ${viewer.communityId} AND ${onParent}${knownPosts(viewer, 'c')}`,
  };
}

/** Reads the comments on topics and on answers, page by page, oldest first. */
@Injectable()
export class CommentPages extends PageLoader<Viewer, Comment, CommentList> {
  /** A page of the comments on a topic itself, which the viewer knows of; a tombstone shows none. */
  async onTopic(viewer: Viewer, topic: TopicRow, page: PageRequest): Promise<Connection<Comment>> {
    const key = { list: 'topic', parentId: topic.id, page } as const;
    return isTombstone(viewer, topic) ? this.connection(key, []) : this.page(viewer, key);
  }

  /** A page of the comments on an answer that the viewer sees. */
  async onAnswer(viewer: Viewer, answer: AnswerRow, page: PageRequest): Promise<Connection<Comment>> {
    return this.page(viewer, { list: 'answer', parentId: answer.id, page });
  }

  keyset(list: CommentList, parentId: string): Keyset<Comment> {
    return new Keyset<Comment>(
      () => listKey(`comments:${list}`, parentId),
      [
        { expression: 'c.created_at', type: 'timestamptz', value: (comment) => comment.createdAt },
        { expression: 'c.id', type: 'uuid', value: (comment) => comment.id },
      ],
      false,
    );
  }

  source(viewer: Viewer, list: CommentList): PageSource {
    return commentSource(viewer, list);
  }

  parentOf({ topicId, answerId }: Comment, list: CommentList): string {
    return list === 'answer' && answerId ? answerId : topicId;
  }
}
