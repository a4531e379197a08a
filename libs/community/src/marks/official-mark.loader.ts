import { Injectable } from '@nestjs/common';
import { Reader, selectList } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';
import { OfficialMark } from './official-mark.entity';

/** Reads the current marks of official answers, by the answer's key. */
@Injectable()
export class OfficialMarkLoader extends BatchLoader<Viewer, string, OfficialMark> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, answerIds: readonly string[]): Promise<ReadonlyMap<string, OfficialMark>> {
    const rows = await this.reader.rows<OfficialMark>(
      viewer.communityId,
      sql`SELECT ${selectList(OfficialMark, 'o')} FROM official_marks o
          WHERE o.community_id = ${viewer.communityId} AND o.answer_id = ANY (${answerIds}::uuid[]) AND o.ended_at IS NULL`,
    );
    return new Map(rows.map((row) => [row.answerId, row]));
  }
}
