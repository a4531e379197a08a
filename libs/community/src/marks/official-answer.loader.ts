import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';
import { answerColumns, type AnswerRow } from '../answers/answer-row';
import { readableTopics } from '../topics/topic-visibility';
import type { Viewer } from '../viewer/viewer';

/** Reads the official answers of topics, by the topic's key: what readers see, and of a tombstone only staff. */
@Injectable()
export class OfficialAnswerLoader extends BatchLoader<Viewer, string, AnswerRow> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, topicIds: readonly string[]): Promise<ReadonlyMap<string, AnswerRow>> {
    const rows = await this.reader.rows<AnswerRow>(
      viewer.communityId,
      sql`SELECT ${answerColumns(viewer)} FROM official_marks o
          JOIN answers a ON a.community_id = o.community_id AND a.id = o.answer_id
          JOIN topics t ON t.community_id = o.community_id AND t.id = o.topic_id
          WHERE o.community_id = ${viewer.communityId} AND o.topic_id = ANY (${topicIds}::uuid[]) AND o.ended_at IS NULL
            AND a.state = 'VISIBLE'${readableTopics(viewer)}`,
    );
    return new Map(rows.map((row) => [row.topicId, row]));
  }
}
