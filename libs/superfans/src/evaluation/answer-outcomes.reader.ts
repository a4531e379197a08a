import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import sql from 'sql-template-tag';
import type { AnswerOutcome } from './helpful-output';

/** Reads what became of answers, to judge by it who was recognised in time. */
@Injectable()
export class AnswerOutcomesReader {
  constructor(private readonly reader: Reader) {}

  /** Of the answers of which anything is known. */
  async read(communityId: string): Promise<Map<string, AnswerOutcome>> {
    const rows = await this.reader.rows<AnswerOutcome & { id: string }>(
      communityId,
      sql`SELECT a.id, a.solved, (coalesce(v.net, 0) + coalesce(s.count, 0))::int AS net FROM answers a
        LEFT JOIN (SELECT post_id, sum(up - down) AS net FROM vote_totals WHERE community_id = ${communityId}
          GROUP BY post_id) v ON v.post_id = a.id
        LEFT JOIN (SELECT answer_id, count(*) AS count FROM stars WHERE community_id = ${communityId}
          GROUP BY answer_id) s ON s.answer_id = a.id
        WHERE a.community_id = ${communityId} AND (a.solved OR v.net IS NOT NULL OR s.count IS NOT NULL)`,
    );
    return new Map(rows.map(({ id, solved, net }) => [id, { solved, net }]));
  }
}
