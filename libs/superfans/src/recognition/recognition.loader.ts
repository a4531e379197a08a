import { Injectable } from '@nestjs/common';
import { may, type Viewer } from '@app/community';
import { Reader, selectList } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql, { empty } from 'sql-template-tag';
import { Recognition } from './recognition.entity';

/** Reads how members were recognised, by its own key: each member reads what they got, leads all of it. */
@Injectable()
export class RecognitionLoader extends BatchLoader<Viewer, string, Recognition> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, Recognition>> {
    if (!viewer.memberId) return new Map();
    const own = may(viewer, 'lead') ? empty : sql` AND r.member_id = ${viewer.memberId}`;
    const rows = await this.reader.rows<Recognition>(
      viewer.communityId,
      sql`SELECT ${selectList(Recognition, 'r')} FROM recognitions r
          WHERE r.community_id = ${viewer.communityId} AND r.id = ANY (${ids}::uuid[])${own}`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
