import { Injectable } from '@nestjs/common';
import { Keyset, Reader } from '@app/database';
import { BatchLoader, listKey, type Connection, type PageRequest } from '@app/kernel';
import sql from 'sql-template-tag';
import { knownPosts, knownTopics } from '../topics/topic-visibility';
import type { Viewer } from '../viewer/viewer';
import { answerColumns, type AnswerRow } from './answer-row';

/** The order of a topic's answers: official, then solved, then by trusted stars, then by age. */
export function answerKeyset(topicId: string): Keyset<AnswerRow> {
  return new Keyset<AnswerRow>(
    listKey('answers', topicId),
    [
      { expression: '(NOT a.official)', type: 'boolean', value: (answer) => !answer.official },
      { expression: '(NOT a.solved)', type: 'boolean', value: (answer) => !answer.solved },
      { expression: '(-a.trusted_star_count)', type: 'integer', value: (answer) => -answer.trustedStarCount },
      { expression: 'a.created_at', type: 'timestamptz', value: (answer) => answer.createdAt },
      { expression: 'a.id', type: 'uuid', value: (answer) => answer.id },
    ],
    false,
  );
}

/** Reads answers as a viewer may see them. */
@Injectable()
export class AnswersReader extends BatchLoader<Viewer, string, AnswerRow> {
  constructor(private readonly reader: Reader) {
    super();
  }

  /** One page of a topic's answers; the topic is one that the viewer knows of. */
  async ofTopic(viewer: Viewer, topicId: string, page: PageRequest): Promise<Connection<AnswerRow>> {
    const keyset = answerKeyset(topicId);
    const rows = await this.reader.rows<AnswerRow>(
      viewer.communityId,
      sql`SELECT ${answerColumns(viewer)} FROM answers a
          WHERE a.community_id = ${viewer.communityId} AND a.topic_id = ${topicId}${knownPosts(viewer, 'a')}${keyset.after(page)}${keyset.orderAndLimit(page)}`,
    );
    return keyset.toConnection(rows, page);
  }

  protected async findMany(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, AnswerRow>> {
    const rows = await this.reader.rows<AnswerRow>(
      viewer.communityId,
      sql`SELECT ${answerColumns(viewer)} FROM answers a
          JOIN topics t ON t.community_id = a.community_id AND t.id = a.topic_id
          WHERE a.community_id = ${viewer.communityId} AND a.id = ANY (${ids}::uuid[])${knownPosts(viewer, 'a')}${knownTopics(viewer)}`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
