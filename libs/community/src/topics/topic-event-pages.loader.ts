import { Injectable } from '@nestjs/common';
import { DomainEvent, Keyset, PageLoader, selectList, type PageSource } from '@app/database';
import { listKey, mapConnection, type Connection, type PageRequest } from '@app/kernel';
import sql from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';
import { PUBLIC_TYPES, publicEvent, type TopicEvent } from './topic-event';
import type { TopicRow } from './topic-row';
import { isTombstone } from './topic-visibility';

/** An event of the log, in the history of a topic. */
type LoggedEvent = Parameters<typeof publicEvent>[0];

/** Reads the public history of topics, page by page, newest first. */
@Injectable()
export class TopicEventPages extends PageLoader<Viewer, LoggedEvent, 'topic'> {
  /** A page of the history of a topic that the viewer knows of; a tombstone shows none. */
  async ofTopic(viewer: Viewer, topic: TopicRow, page: PageRequest): Promise<Connection<TopicEvent>> {
    const key = { list: 'topic', parentId: topic.id, page } as const;
    const events = isTombstone(viewer, topic) ? this.connection(key, []) : await this.page(viewer, key);
    return mapConnection(events, publicEvent);
  }

  keyset(_: 'topic', topicId: string): Keyset<LoggedEvent> {
    // Keys are made in the order of time.
    return new Keyset(
      listKey('topic-events', topicId),
      [{ expression: 'e.id', type: 'uuid', value: ({ id }) => id }],
      true,
    );
  }

  source({ communityId }: Viewer): PageSource {
    const columns = selectList(DomainEvent, 'e', [
      'communityId',
      'id',
      'type',
      'subjectId',
      'actorId',
      'actorRole',
      'data',
      'createdAt',
    ]);
    return {
      table: 'domain_events',
      alias: 'e',
      columns: sql`${columns}, parent.id AS "topicId"`,
      where: sql`e.community_id = ${communityId} AND e.type = ANY (${PUBLIC_TYPES}::text[]) AND e.subject_id IN (
        SELECT parent.id UNION ALL
        SELECT a.id FROM answers a WHERE a.community_id = ${communityId} AND a.topic_id = parent.id)`,
    };
  }

  parentOf({ topicId }: LoggedEvent): string {
    return topicId;
  }
}
