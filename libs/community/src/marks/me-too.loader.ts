import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';

/** Says which topics the viewer has a me too on, by the topic's key. */
@Injectable()
export class MeTooLoader extends BatchLoader<Viewer, string, true> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, topicIds: readonly string[]): Promise<ReadonlyMap<string, true>> {
    if (!viewer.memberId) return new Map();
    const rows = await this.reader.rows<{ id: string }>(
      viewer.communityId,
      sql`SELECT topic_id AS id FROM me_toos
          WHERE community_id = ${viewer.communityId} AND member_id = ${viewer.memberId} AND topic_id = ANY (${topicIds}::uuid[])`,
    );
    return new Map(rows.map(({ id }) => [id, true]));
  }
}
