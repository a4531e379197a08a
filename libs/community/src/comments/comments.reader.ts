import { Injectable } from '@nestjs/common';
import { Reader, selectList } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';
import { knownComments, readableTopics } from '../topics/topic-visibility';
import type { Viewer } from '../viewer/viewer';
import { Comment } from './comment.entity';

/** Reads comments by key, as a viewer may see them. */
@Injectable()
export class CommentsReader extends BatchLoader<Viewer, string, Comment> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, Comment>> {
    const rows = await this.reader.rows<Comment>(
      viewer.communityId,
      sql`SELECT ${selectList(Comment, 'c')} FROM comments c
          JOIN topics t ON t.community_id = c.community_id AND t.id = c.topic_id
          WHERE c.community_id = ${viewer.communityId} AND c.id = ANY (${ids}::uuid[])${knownComments(viewer)}${readableTopics(viewer)}`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
