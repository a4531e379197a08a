import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql, { join, raw } from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';
import { FOLLOWABLE_COLUMNS, FOLLOWABLES, type FollowableRef } from './followable';

/** Says which things the viewer follows. */
@Injectable()
export class FollowLoader extends BatchLoader<Viewer, FollowableRef, true> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected override keyOf({ thing, id }: FollowableRef): string {
    return thing + id;
  }

  protected async findMany(viewer: Viewer, refs: readonly FollowableRef[]): Promise<ReadonlyMap<string, true>> {
    if (!viewer.memberId) return new Map();
    // One branch for each kind of thing, each of which has its index.
    const branches = FOLLOWABLES.map((thing) => {
      const column = raw(FOLLOWABLE_COLUMNS[thing].column);
      const ids = refs.filter((ref) => ref.thing === thing).map(({ id }) => id);
      return sql`SELECT ${thing}::text || ${column} AS key FROM follows
        WHERE community_id = ${viewer.communityId} AND member_id = ${viewer.memberId} AND ${column} = ANY (${ids}::uuid[])`;
    });
    const rows = await this.reader.rows<{ key: string }>(viewer.communityId, join(branches, ' UNION ALL '));
    return new Map(rows.map(({ key }) => [key, true]));
  }
}
