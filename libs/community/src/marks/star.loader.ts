import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';

/** Says which answers the viewer has starred, by the answer's key. */
@Injectable()
export class StarLoader extends BatchLoader<Viewer, string, true> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, answerIds: readonly string[]): Promise<ReadonlyMap<string, true>> {
    if (!viewer.memberId) return new Map();
    const rows = await this.reader.rows<{ id: string }>(
      viewer.communityId,
      sql`SELECT answer_id AS id FROM stars
          WHERE community_id = ${viewer.communityId} AND member_id = ${viewer.memberId} AND answer_id = ANY (${answerIds}::uuid[])`,
    );
    return new Map(rows.map(({ id }) => [id, true]));
  }
}
