import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';
import { TAG_COLUMNS, type TagRow } from './tag-row';

/** Reads the tags that are other words for a tag, by name. */
@Injectable()
export class SynonymsLoader extends BatchLoader<Viewer, string, TagRow[]> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, tagIds: readonly string[]): Promise<ReadonlyMap<string, TagRow[]>> {
    const rows = await this.reader.rows<TagRow>(
      viewer.communityId,
      sql`SELECT ${TAG_COLUMNS} FROM tags g
          WHERE g.community_id = ${viewer.communityId} AND g.synonym_of_id = ANY (${tagIds}::uuid[]) ORDER BY g.name`,
    );
    return new Map(tagIds.map((id) => [id, rows.filter(({ synonymOfId }) => synonymOfId === id)]));
  }
}
