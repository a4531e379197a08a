import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';
import { knownPosts, readableTopics } from '../topics/topic-visibility';
import type { Viewer } from '../viewer/viewer';
import { answerColumns, type AnswerRow } from './answer-row';

/** Reads answers by key, as a viewer may see them. */
@Injectable()
export class AnswersReader extends BatchLoader<Viewer, string, AnswerRow> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, AnswerRow>> {
    const rows = await this.reader.rows<AnswerRow>(
      viewer.communityId,
      sql`SELECT ${answerColumns(viewer)} FROM answers a
          JOIN topics t ON t.community_id = a.community_id AND t.id = a.topic_id
          WHERE a.community_id = ${viewer.communityId} AND a.id = ANY (${ids}::uuid[])${knownPosts(viewer, 'a')}${readableTopics(viewer)}`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
