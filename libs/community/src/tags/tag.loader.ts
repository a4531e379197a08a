import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';
import { TAG_COLUMNS, type TagRow } from './tag-row';

/** Reads tags by key. */
@Injectable()
export class TagLoader extends BatchLoader<Viewer, string, TagRow> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, TagRow>> {
    const rows = await this.reader.rows<TagRow>(
      viewer.communityId,
      sql`SELECT ${TAG_COLUMNS} FROM tags g
          WHERE g.community_id = ${viewer.communityId} AND g.id = ANY (${ids}::uuid[])`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
