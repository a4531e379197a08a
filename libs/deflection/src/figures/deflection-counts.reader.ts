import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import type { Window } from '@app/kernel';
import sql from 'sql-template-tag';
import { ASKED_ALL_THE_SAME, QUIET_IS_OVER } from './said-answered';
import { windowRows } from './window-rows';

/** What figures are made of, counted in one window. */
export interface DeflectionCounts {
  /** Attempts that said "this answered me"; of them those that held for the days after, and those that may still. */
  readonly said: number;
  readonly held: number;
  readonly waiting: number;
  /** Answers to the survey; of them the ones that say yes. */
  readonly surveyed: number;
  readonly yes: number;
  readonly solvedViews: number;
  readonly otherViews: number;
  /** Attempts that were started, with suggestions and without; of them those that asked. */
  readonly treated: number;
  readonly treatedAsked: number;
  readonly heldOut: number;
  readonly heldOutAsked: number;
}

type Counted = Partial<DeflectionCounts> & { readonly which: number };

const NOTHING: DeflectionCounts = {
  ...{ said: 0, held: 0, waiting: 0, surveyed: 0, yes: 0, solvedViews: 0, otherViews: 0 },
  ...{ treated: 0, treatedAsked: 0, heldOut: 0, heldOutAsked: 0 },
};

/** Counts attempts, answers and views of a window and of the one before. */
@Injectable()
export class DeflectionCountsReader {
  constructor(private readonly reader: Reader) {}

  /** Of the window, and of the one before. */
  async read(communityId: string, window: Window): Promise<readonly [DeflectionCounts, DeflectionCounts]> {
    const windows = windowRows(window);
    const rounds = await this.reader.round<Counted[][]>(communityId, [
      sql`SELECT w.which, count(*)::int AS said,
            (count(*) FILTER (WHERE NOT ${ASKED_ALL_THE_SAME} AND ${QUIET_IS_OVER}))::int AS held,
            (count(*) FILTER (WHERE NOT ${ASKED_ALL_THE_SAME} AND NOT ${QUIET_IS_OVER}))::int AS waiting
          FROM ${windows} JOIN ask_attempts a ON a.community_id = ${communityId}
            AND a.answered_at >= w.began AND a.answered_at < w.ended GROUP BY w.which`,
      sql`SELECT w.which, count(*)::int AS surveyed, (count(*) FILTER (WHERE s.answer = 'YES'))::int AS yes
          FROM ${windows} JOIN survey_answers s ON s.community_id = ${communityId}
            AND s.created_at >= w.began AND s.created_at < w.ended GROUP BY w.which`,
      sql`SELECT w.which, sum(d.solved_views)::int AS "solvedViews", sum(d.other_views)::int AS "otherViews"
          FROM ${windows} JOIN topic_view_days d ON d.community_id = ${communityId}
            AND d.day >= (w.began AT TIME ZONE 'UTC')::date AND d.day < (w.ended AT TIME ZONE 'UTC')::date
          GROUP BY w.which`,
      sql`SELECT w.which, (count(*) FILTER (WHERE NOT a.held_out))::int AS treated,
            (count(a.asked_at) FILTER (WHERE NOT a.held_out))::int AS "treatedAsked",
            (count(*) FILTER (WHERE a.held_out))::int AS "heldOut",
            (count(a.asked_at) FILTER (WHERE a.held_out))::int AS "heldOutAsked"
          FROM ${windows} JOIN ask_attempts a ON a.community_id = ${communityId}
            AND a.created_at >= w.began AND a.created_at < w.ended GROUP BY w.which`,
    ]);
    const of = (which: number): DeflectionCounts =>
      Object.assign({}, NOTHING, ...rounds.flat().filter((row) => row.which === which)) as DeflectionCounts;
    return [of(0), of(1)];
  }
}
