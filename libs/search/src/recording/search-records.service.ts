import { Injectable } from '@nestjs/common';
import { JobQueue, Transactor } from '@app/database';
import sql from 'sql-template-tag';
import { fold } from '../words/fold';
import { searchText } from '../searching/search-text';
import { MOST_QUERY, type SearchRecord } from './search-record.entity';

/** The job that writes a batch of gathered searches. */
export const WRITE_SEARCHES_TASK = 'write_searches';

/** A search that somebody made, in the form that is kept. */
export type MadeSearch = Omit<SearchRecord, 'communityId' | 'searchedAt'> & {
  /** ISO 8601. */
  readonly searchedAt: string;
};

/** Searches gathered in one community, each of another id. */
export interface SearchBatch {
  readonly communityId: string;
  readonly searches: readonly MadeSearch[];
}

/** What is kept of what somebody typed; empty where there is nothing to keep. */
export function recordedQuery(typed: string): string {
  const folded = fold(searchText(typed)).trim();
  return folded.length <= MOST_QUERY ? folded : [...folded].slice(0, MOST_QUERY).join('').trim();
}

/** Keeps what was looked for: gathered elsewhere, handed over as a job, written in one statement. */
@Injectable()
export class SearchRecordsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly jobs: JobQueue,
  ) {}

  /** Leaves a batch to the worker. */
  async handOver(batch: SearchBatch): Promise<void> {
    await this.transactor.run(batch.communityId, (tx) =>
      this.jobs.add(tx, { task: WRITE_SEARCHES_TASK, payload: { ...batch } }),
    );
  }

  /**
   * Writes a batch. A search that is there already is one on which somebody typed on: the later text counts, whichever
   * comes first. Whoever has been erased meanwhile is not named.
   */
  async write({ communityId, searches }: SearchBatch): Promise<void> {
    await this.transactor.run(communityId, (tx) =>
      tx.rows(sql`
        WITH made AS (
          SELECT * FROM jsonb_to_recordset(${JSON.stringify(searches)}::jsonb) AS made ("id" uuid, "query" text,
            "resultCount" int, "degraded" boolean, "memberId" uuid, "searchedAt" timestamptz)),
        present AS (
          SELECT m.id FROM members m WHERE m.community_id = ${communityId} AND m.erased_at IS NULL
            AND m.id IN (SELECT "memberId" FROM made) ORDER BY m.id FOR KEY SHARE)
        INSERT INTO searches (community_id, id, query, result_count, degraded, member_id, searched_at)
        SELECT ${communityId}, made."id", made."query", made."resultCount", made."degraded", present.id, made."searchedAt"
        FROM made LEFT JOIN present ON present.id = made."memberId"
        ON CONFLICT ON CONSTRAINT searches_pkey DO UPDATE SET query = excluded.query, result_count = excluded.result_count,
          degraded = excluded.degraded, member_id = excluded.member_id, searched_at = excluded.searched_at
        WHERE searches.searched_at <= excluded.searched_at`),
    );
  }
}
