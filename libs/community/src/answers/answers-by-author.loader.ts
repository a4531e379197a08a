import { Injectable } from '@nestjs/common';
import { Keyset, PageLoader, type PageSource } from '@app/database';
import { listKey } from '@app/kernel';
import sql from 'sql-template-tag';
import { knownPosts, readableTopics } from '../topics/topic-visibility';
import type { Viewer } from '../viewer/viewer';
import { answerColumns, type AnswerRow } from './answer-row';

/** Reads what members have answered, the newest first, page by page. */
@Injectable()
export class AnswersByAuthor extends PageLoader<Viewer, AnswerRow, 'author'> {
  keyset(_: 'author', authorId: string): Keyset<AnswerRow> {
    return new Keyset<AnswerRow>(
      listKey('answers by', authorId),
      [
        { expression: 'a.created_at', type: 'timestamptz', value: (answer) => answer.createdAt },
        { expression: 'a.id', type: 'uuid', value: (answer) => answer.id },
      ],
      true,
    );
  }

  source(viewer: Viewer): PageSource {
    return {
      table: 'answers',
      alias: 'a',
      columns: answerColumns(viewer),
      where: sql`a.community_id = ${viewer.communityId} AND a.author_id = parent.id${knownPosts(viewer, 'a')}
        AND EXISTS (SELECT FROM topics t WHERE t.community_id = a.community_id AND t.id = a.topic_id${readableTopics(viewer)})`,
    };
  }

  parentOf({ authorId }: AnswerRow): string {
    return authorId;
  }
}
