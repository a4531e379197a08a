import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { plainTextFault, type Connection, type PageRequest } from '@app/kernel';
import sql, { type Sql } from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';
import { tagKeyset, type TagOrder } from './tag-order';
import { TAG_COLUMNS, type TagRow } from './tag-row';

/** What the database allows for a name. */
const MAX_NAME = 50;
/** The last character there is: behind every name that goes on after a prefix. */
const LAST = '\u{10FFFF}';

/** Which page of which tags. */
export interface TagListRequest {
  readonly order: TagOrder;
  /** Only names that begin with it; synonyms are then listed too, so that any word for a tag finds it. */
  readonly prefix?: string | null;
  readonly page: PageRequest;
}

/** Finds the tags of a community. */
@Injectable()
export class TagsReader {
  constructor(private readonly reader: Reader) {}

  /** One page of a list. */
  async list(viewer: Viewer, request: TagListRequest): Promise<Connection<TagRow>> {
    const prefix = request.prefix?.toLowerCase() || null;
    const keyset = tagKeyset(request.order, prefix);
    const rows = await this.reader.rows<TagRow>(
      viewer.communityId,
      sql`SELECT ${TAG_COLUMNS} FROM tags g
          WHERE g.community_id = ${viewer.communityId}${named(prefix)}${keyset.after(request.page)}${keyset.orderAndLimit(request.page)}`,
      { fresh: prefix !== null },
    );
    return keyset.toConnection(rows, request.page);
  }

  /** The tag that this name stands for, a synonym's name too; null where there is none. */
  async byName(viewer: Viewer, name: string): Promise<TagRow | null> {
    if (plainTextFault(name, { min: 1, max: MAX_NAME })) return null;
    return this.reader.row<TagRow>(
      viewer.communityId,
      sql`SELECT ${TAG_COLUMNS} FROM tags g WHERE g.community_id = ${viewer.communityId} AND g.id = (
          SELECT coalesce(word.synonym_of_id, word.id) FROM tags word
          WHERE word.community_id = ${viewer.communityId} AND word.name = ${name.toLowerCase()})`,
    );
  }
}

function named(prefix: string | null): Sql {
  return prefix ? sql` AND g.name >= ${prefix} AND g.name < ${prefix + LAST}` : sql` AND g.synonym_of_id IS NULL`;
}
