import { Injectable } from '@nestjs/common';
import { Reader, selectList } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';
import { SolvedMark } from './solved-mark.entity';

/** Reads the marks of answers that solved it, by the answer's key. */
@Injectable()
export class SolvedMarkLoader extends BatchLoader<Viewer, string, SolvedMark> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, answerIds: readonly string[]): Promise<ReadonlyMap<string, SolvedMark>> {
    const rows = await this.reader.rows<SolvedMark>(
      viewer.communityId,
      sql`SELECT ${selectList(SolvedMark, 's')} FROM solved_marks s
          WHERE s.community_id = ${viewer.communityId} AND s.answer_id = ANY (${answerIds}::uuid[])`,
    );
    return new Map(rows.map((row) => [row.answerId, row]));
  }
}
