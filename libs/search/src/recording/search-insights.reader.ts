import { Injectable } from '@nestjs/common';
import { requirePermission, type Viewer } from '@app/community';
import { Reader } from '@app/database';
import { DomainError, MAX_PAGE } from '@app/kernel';
import sql, { type Sql } from 'sql-template-tag';
import { KEPT_DAYS } from './search-tidying';

/** How many of how many, and what was counted. */
export interface Share {
  readonly count: number;
  /** Of how many. */
  readonly n: number;
  /** Null where there is nothing to divide by. */
  readonly share: number | null;
  /** What was divided by what, in a sentence. */
  readonly formula: string;
}

/** A text that was looked for, and how often. */
export interface QueryCount {
  readonly query: string;
  readonly count: number;
}

/** How well search served a community in some days. */
export interface SearchInsights {
  readonly communityId: string;
  readonly since: Date;
  readonly searchCount: number;
  readonly withoutResults: Share;
  readonly clicked: Share;
}

interface Counts {
  readonly since: Date;
  readonly searches: number;
  readonly without: number;
  readonly clicked: number;
}

const WITHOUT_RESULTS = 'Searches that found nothing / all searches.';
const CLICKED = 'Searches of which something was opened / searches that found something.';

/** Tells leads what is looked for and not found. */
@Injectable()
export class SearchInsightsReader {
  constructor(private readonly reader: Reader) {}

  /** The figures of the last so many days, and of today. */
  async figures(viewer: Viewer, days: number): Promise<SearchInsights> {
    requirePermission(viewer, 'lead');
    inRange('days', days, KEPT_DAYS);
    const { communityId } = viewer;
    const [row] = await this.reader.rows<Counts>(
      communityId,
      sql`SELECT ${since(days)} AS since, count(*)::int AS searches,
            count(*) FILTER (WHERE s.result_count = 0)::int AS without,
            count(*) FILTER (WHERE s.result_count > 0 AND EXISTS (SELECT FROM search_clicks c
              WHERE c.community_id = s.community_id AND c.search_id = s.id))::int AS clicked
          FROM searches s
          WHERE s.community_id = ${communityId} AND s.searched_at >= ${since(days)}`,
    );
    const { since: from, searches, without, clicked } = row as Counts;
    return {
      communityId,
      since: from,
      searchCount: searches,
      withoutResults: share(without, searches, WITHOUT_RESULTS),
      clicked: share(clicked, searches - without, CLICKED),
    };
  }

  /** What was looked for most often and not found since then. */
  async missing(viewer: Viewer, since: Date, most: number): Promise<QueryCount[]> {
    requirePermission(viewer, 'lead');
    inRange('first', most, MAX_PAGE);
    const { communityId } = viewer;
    return this.reader.rows<QueryCount>(
      communityId,
      sql`SELECT s.query, count(*)::int AS count FROM searches s
          WHERE s.community_id = ${communityId} AND s.searched_at >= ${since} AND s.result_count = 0
          GROUP BY s.query ORDER BY count(*) DESC, s.query LIMIT ${most}`,
    );
  }
}

/** Whole days of UTC, and what there is of today. */
function since(days: number): Sql {
  return sql`date_trunc('day', now(), 'UTC') - make_interval(days => ${days}::int)`;
}

function inRange(name: string, value: number, most: number): void {
  if (value < 1 || value > most) throw DomainError.invalid(`${name} takes a whole number from 1 to ${most}.`);
}

function share(count: number, n: number, formula: string): Share {
  return { count, n, share: n === 0 ? null : count / n, formula };
}
