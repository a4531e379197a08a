import { Injectable } from '@nestjs/common';
import { PageLoader, type Keyset, type PageSource } from '@app/database';
import sql from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';
import { topicKeyset } from './topic-order';
import { topicColumns, type TopicRow } from './topic-row';
import { listedTopics } from './topic-visibility';

/** Reads the topics that members have started, the newest first, page by page. */
@Injectable()
export class TopicsByAuthor extends PageLoader<Viewer, TopicRow, 'author'> {
  keyset(_: 'author', authorId: string): Keyset<TopicRow> {
    return topicKeyset('RECENTLY_CREATED', { authorId });
  }

  source(viewer: Viewer): PageSource {
    return {
      table: 'topics',
      alias: 't',
      columns: topicColumns(viewer),
      where: sql`t.community_id = ${viewer.communityId} AND t.author_id = parent.id${listedTopics(viewer)}`,
    };
  }

  parentOf({ authorId }: TopicRow): string {
    return authorId;
  }
}
