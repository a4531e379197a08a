import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { AnomalyKeeping } from '@app/reputation';
import sql from 'sql-template-tag';
import { findCircles, type AskerCircle } from './find-circles';
import type { FoundSuperfan, Helped } from './find-superfans';

/** Puts before the leads whoever would be a superfan if anybody knew their askers: a human can tell, and says so. */
@Injectable()
export class AskerCircles {
  constructor(
    private readonly reader: Reader,
    private readonly keeping: AnomalyKeeping,
  ) {}

  async keep(communityId: string, helped: Helped, found: readonly FoundSuperfan[]): Promise<void> {
    const circles = findCircles(helped, found);
    const anomalies = await Promise.all(
      circles.map(async (circle) => ({
        kind: 'CIRCLE' as const,
        key: `CIRCLE ${circle.subjectId}`,
        subjectId: circle.subjectId,
        memberIds: circle.askerIds,
        entryIds: await this.confirmations(communityId, circle),
        because: circle.because,
      })),
    );
    await this.keeping.keep(communityId, ['CIRCLE'], anomalies);
  }

  /** What of the ledger they have given, and nobody has reversed. */
  private async confirmations(communityId: string, { subjectId, askerIds }: AskerCircle): Promise<string[]> {
    const rows = await this.reader.rows<{ id: string }>(
      communityId,
      sql`SELECT e.id FROM reputation_entries e
          WHERE e.community_id = ${communityId} AND e.subject_id = ${subjectId} AND e.actor_id = ANY (${askerIds}::uuid[])
            AND e.names_id IS NULL AND NOT EXISTS (SELECT FROM reputation_entries r
              WHERE r.community_id = ${communityId} AND r.names_id = e.id AND r.kind = 'REVERSAL')
          ORDER BY e.at, e.id`,
    );
    return rows.map(({ id }) => id);
  }
}
