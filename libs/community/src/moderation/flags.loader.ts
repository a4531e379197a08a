import { Injectable } from '@nestjs/common';
import { Reader, selectList } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';
import { Flag } from './flag.entity';

/** Reads the flags on posts, oldest first, for those who decide. */
@Injectable()
export class FlagsLoader extends BatchLoader<Viewer, string, Flag[]> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, postIds: readonly string[]): Promise<ReadonlyMap<string, Flag[]>> {
    const flags = await this.reader.rows<Flag>(
      viewer.communityId,
      sql`SELECT ${selectList(Flag, 'f')} FROM flags f WHERE f.community_id = ${viewer.communityId}
            AND (f.topic_id = ANY (${postIds}::uuid[]) OR f.answer_id = ANY (${postIds}::uuid[]) OR f.comment_id = ANY (${postIds}::uuid[]))
          ORDER BY f.created_at, f.id`,
    );
    return Map.groupBy(flags, (flag) => flag.topicId ?? flag.answerId ?? flag.commentId ?? '');
  }
}
