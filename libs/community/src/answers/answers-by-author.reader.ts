import { Injectable } from '@nestjs/common';
import { Keyset, Reader } from '@app/database';
import { listKey, type Connection, type PageRequest } from '@app/kernel';
import sql from 'sql-template-tag';
import { knownPosts, knownTopics } from '../topics/topic-visibility';
import type { Viewer } from '../viewer/viewer';
import { answerColumns, type AnswerRow } from './answer-row';

function keysetOf(authorId: string): Keyset<AnswerRow> {
  return new Keyset<AnswerRow>(
    listKey('answers by', authorId),
    [
      { expression: 'a.created_at', type: 'timestamptz', value: (answer) => answer.createdAt },
      { expression: 'a.id', type: 'uuid', value: (answer) => answer.id },
    ],
    true,
  );
}

/** Reads what a member has answered. */
@Injectable()
export class AnswersByAuthorReader {
  constructor(private readonly reader: Reader) {}

  /** One page of a member's answers, the newest first, as far as the viewer may see them; none on removed topics. */
  async list(viewer: Viewer, authorId: string, page: PageRequest): Promise<Connection<AnswerRow>> {
    const keyset = keysetOf(authorId);
    const rows = await this.reader.rows<AnswerRow>(
      viewer.communityId,
      sql`SELECT ${answerColumns(viewer)} FROM answers a
          JOIN topics t ON t.community_id = a.community_id AND t.id = a.topic_id AND t.state NOT IN ('REMOVED', 'RETRACTED')
          WHERE a.community_id = ${viewer.communityId} AND a.author_id = ${authorId}${knownPosts(viewer, 'a')}${knownTopics(viewer)}${keyset.after(page)}${keyset.orderAndLimit(page)}`,
    );
    return keyset.toConnection(rows, page);
  }
}
