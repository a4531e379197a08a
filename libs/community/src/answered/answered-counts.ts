import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import sql, { type Sql } from 'sql-template-tag';
import type { AnsweringKind } from './answered-count.entity';

/** How often people were led to a topic or an article, and it was the right one. */
export interface AnsweredTimes {
  readonly kind: AnsweringKind;
  readonly id: string;
  /** Topics that were said to ask the same; 0 for articles. */
  readonly duplicates: number;
  /** Attempts at asking that said "this answered me". */
  readonly answeredMe: number;
}

/** Reads what the ranking of suggestions goes by beside likeness. */
@Injectable()
export class AnsweredCounts {
  constructor(private readonly reader: Reader) {}

  /** Of a whole community: everything that has been a target at all, in one statement. */
  async ofCommunity(communityId: string): Promise<AnsweredTimes[]> {
    return this.reader.rows<AnsweredTimes>(
      communityId,
      sql`SELECT kind, id, sum(duplicates)::int AS duplicates, sum(answered_me)::int AS "answeredMe" FROM (
            SELECT 'TOPIC' AS kind, l.linked_id AS id, 1 AS duplicates, 0 AS answered_me FROM topic_links l
            WHERE l.community_id = ${communityId} AND l.kind = 'DUPLICATE' AND l.rejected_at IS NULL
            UNION ALL
            SELECT c.kind, c.id, 0, c.answered_me FROM answered_counts c WHERE c.community_id = ${communityId}) times
          GROUP BY kind, id`,
    );
  }
}

/** A statement, or part of one: each row of `from` (kind, id) says once more "this answered me". */
export function countAnswered(communityId: string, from: Sql): Sql {
  return sql`INSERT INTO answered_counts AS c (community_id, kind, id, answered_me)
    SELECT ${communityId}, kind, id, 1 FROM ${from}
    ON CONFLICT (community_id, kind, id) DO UPDATE SET answered_me = c.answered_me + 1`;
}
