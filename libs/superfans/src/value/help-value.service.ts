import { Injectable } from '@nestjs/common';
import { requirePermission, type Viewer } from '@app/community';
import { Reader } from '@app/database';
import { DomainError, windowOf } from '@app/kernel';
import sql, { empty } from 'sql-template-tag';
import { solvers } from '../carry/solvers';
import {
  USUAL_ASSUMPTIONS,
  VALUE_FORMULA,
  valueOf,
  type ValueRange,
  type HelpValue,
  type ValueCounts,
} from './help-value';

/** Which window and whose help, and what to assume instead of the usual. */
export interface ValueRequest {
  readonly memberId?: string | null;
  readonly from?: Date | null;
  readonly to?: Date | null;
  readonly contactCost?: ValueRange | null;
  readonly contactShare?: ValueRange | null;
  readonly viewShare?: ValueRange | null;
  readonly programmeCost?: number | null;
}

/** Tells leads what help was worth, as a range with all that it assumes. */
@Injectable()
export class HelpValueService {
  constructor(private readonly reader: Reader) {}

  /** INVALID_INPUT where a range does not go upwards. */
  async value(viewer: Viewer, request: ValueRequest): Promise<HelpValue> {
    requirePermission(viewer, 'lead');
    const { communityId } = viewer;
    const { memberId = null } = request;
    const window = windowOf(request.from, request.to);
    const assumptions = {
      contactCost: upwards('contactCost', request.contactCost) ?? USUAL_ASSUMPTIONS.contactCost,
      contactShare: upwards('contactShare', request.contactShare) ?? USUAL_ASSUMPTIONS.contactShare,
      viewShare: upwards('viewShare', request.viewShare) ?? USUAL_ASSUMPTIONS.viewShare,
      programmeCost: request.programmeCost ?? USUAL_ASSUMPTIONS.programmeCost,
    };
    const whose = memberId ? sql` AND s.member_id = ${memberId}` : empty;
    const counted = await this.reader.row<ValueCounts>(
      communityId,
      sql`WITH done AS (
            SELECT s.topic_id FROM (${solvers(communityId, window)}) s
            WHERE s.member_id IS NOT NULL AND NOT s.staff${whose})
          SELECT (SELECT count(*)::int FROM done) AS solved,
            (SELECT coalesce(sum(d.solved_views), 0)::int FROM topic_view_days d
              WHERE d.community_id = ${communityId} AND d.topic_id IN (SELECT topic_id FROM done)
                AND d.day >= (${window.from}::timestamptz AT TIME ZONE 'UTC')::date
                AND d.day < (${window.to}::timestamptz AT TIME ZONE 'UTC')::date) AS "solvedViews"`,
    );
    const { solved, solvedViews } = counted ?? { solved: 0, solvedViews: 0 };
    const counts = { solved, solvedViews };
    return {
      communityId,
      memberId,
      ...window,
      ...counts,
      assumptions,
      formula: VALUE_FORMULA,
      ...valueOf(counts, assumptions),
    };
  }
}

function upwards(name: string, range: ValueRange | null | undefined): ValueRange | null {
  if (!range) return null;
  if (range.low > range.mid || range.mid > range.high)
    throw DomainError.invalid(`${name} must go upwards: low, then mid, then high.`);
  return range;
}
