import { Injectable } from '@nestjs/common';
import { Keyset, PageLoader, selectList, type PageSource } from '@app/database';
import { listKey, type Connection, type PageRequest } from '@app/kernel';
import sql, { raw } from 'sql-template-tag';
import { isTombstone, knownTopics } from '../topics/topic-visibility';
import type { TopicRow } from '../topics/topic-row';
import type { Viewer } from '../viewer/viewer';
import { TopicLink } from './topic-link.entity';

/** The ends of a link: the topic that was linked, and the one that it was linked to. */
export type TopicLinkList = 'linked' | 'linking';

/** One link as a topic at one of its ends lists it. */
export interface TopicLinkRow extends TopicLink {
  /** The topic at the other end. */
  readonly otherId: string;
}

const ENDS = {
  linked: { own: 'topic_id', other: 'linked_id' },
  linking: { own: 'linked_id', other: 'topic_id' },
} as const;

/** Reads the links of topics page by page, newest first: only those whose other end the viewer knows, and that
 * nobody has rejected who may. */
@Injectable()
export class TopicLinkPages extends PageLoader<Viewer, TopicLinkRow, TopicLinkList> {
  /** A page of the links of a topic that the viewer knows of; a tombstone shows none. */
  async ofTopic(
    viewer: Viewer,
    topic: TopicRow,
    list: TopicLinkList,
    page: PageRequest,
  ): Promise<Connection<TopicLinkRow>> {
    const key = { list, parentId: topic.id, page };
    return isTombstone(viewer, topic) ? this.connection(key, []) : this.page(viewer, key);
  }

  keyset(list: TopicLinkList, parentId: string): Keyset<TopicLinkRow> {
    return new Keyset<TopicLinkRow>(
      listKey(`links:${list}`, parentId),
      [
        { expression: 'l.created_at', type: 'timestamptz', value: (link) => link.createdAt },
        { expression: `l.${ENDS[list].other}`, type: 'uuid', value: (link) => link.otherId },
      ],
      true,
    );
  }

  source(viewer: Viewer, list: TopicLinkList): PageSource {
    const { own, other } = ENDS[list];
    return {
      table: 'topic_links',
      alias: 'l',
      columns: sql`${selectList(TopicLink, 'l')}, ${raw(`l.${other}`)} AS "otherId"`,
      where: sql`l.community_id = ${viewer.communityId} AND ${raw(`l.${own}`)} = parent.id AND l.rejected_at IS NULL
        AND EXISTS (SELECT FROM topics t WHERE t.community_id = l.community_id AND t.id = ${raw(`l.${other}`)}${knownTopics(viewer)})`,
    };
  }

  parentOf({ topicId, linkedId }: TopicLinkRow, list: TopicLinkList): string {
    return list === 'linked' ? topicId : linkedId;
  }
}
