import { Injectable } from '@nestjs/common';
import { PageLoader, type Keyset, type PageSource } from '@app/database';
import { type Connection, type PageRequest } from '@app/kernel';
import sql from 'sql-template-tag';
import { isTombstone, knownPosts } from '../topics/topic-visibility';
import type { TopicRow } from '../topics/topic-row';
import type { Viewer } from '../viewer/viewer';
import { answerKeyset } from './answer-order';
import { answerColumns, type AnswerDetail, type AnswerRow } from './answer-row';

/** Where a topic's answers are read from. */
export function answerSource(viewer: Viewer, detail?: AnswerDetail): PageSource {
  return {
    table: 'answers',
    alias: 'a',
    columns: answerColumns(viewer, detail),
    where: sql`a.community_id = ${viewer.communityId} AND a.topic_id = parent.id${knownPosts(viewer, 'a')}`,
  };
}

/** Reads the answers of topics, page by page. */
@Injectable()
export class AnswerPages extends PageLoader<Viewer, AnswerRow, 'topic'> {
  /** A page of the answers of a topic that the viewer knows of; a tombstone shows none. */
  async ofTopic(viewer: Viewer, topic: TopicRow, page: PageRequest): Promise<Connection<AnswerRow>> {
    const key = { list: 'topic', parentId: topic.id, page } as const;
    return isTombstone(viewer, topic) ? this.connection(key, []) : this.page(viewer, key);
  }

  keyset(_: 'topic', topicId: string): Keyset<AnswerRow> {
    return answerKeyset(topicId);
  }

  source(viewer: Viewer): PageSource {
    return answerSource(viewer);
  }

  parentOf({ topicId }: AnswerRow): string {
    return topicId;
  }
}
