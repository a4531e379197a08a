import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';

/** What a member says to "still right?". */
export const STILL_RIGHT = ['YES', 'NO'] as const;

/** See {@link STILL_RIGHT}. */
export type StillRight = (typeof STILL_RIGHT)[number];

/** Says what the viewer has said of articles, by the article's key; nothing where they have said nothing. */
@Injectable()
export class ArticleVoteLoader extends BatchLoader<Viewer, string, StillRight> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, articleIds: readonly string[]): Promise<ReadonlyMap<string, StillRight>> {
    if (!viewer.memberId) return new Map();
    const rows = await this.reader.rows<{ id: string; stillRight: boolean }>(
      viewer.communityId,
      sql`SELECT article_id AS id, still_right AS "stillRight" FROM article_votes
          WHERE community_id = ${viewer.communityId} AND member_id = ${viewer.memberId}
            AND article_id = ANY (${articleIds}::uuid[])`,
    );
    return new Map(rows.map(({ id, stillRight }) => [id, stillRight ? 'YES' : 'NO']));
  }
}
