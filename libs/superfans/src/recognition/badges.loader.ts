import { Injectable } from '@nestjs/common';
import type { Viewer } from '@app/community';
import { Reader } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';

/** A badge that a member has. */
export interface Badge {
  readonly name: string;
  readonly since: Date;
}

/** Says which badges members have, by the member's key: the oldest first, so that their order says nothing else. */
@Injectable()
export class BadgesLoader extends BatchLoader<Viewer, string, readonly Badge[]> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(
    { communityId }: Viewer,
    memberIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Badge[]>> {
    const rows = await this.reader.rows<Badge & { memberId: string }>(
      communityId,
      sql`SELECT member_id AS "memberId", badge AS name, created_at AS since FROM recognitions
          WHERE community_id = ${communityId} AND member_id = ANY (${memberIds}::uuid[]) AND kind = 'BADGE'
            AND withdrawn_at IS NULL ORDER BY created_at, id`,
    );
    return Map.groupBy(rows, ({ memberId }) => memberId);
  }
}
