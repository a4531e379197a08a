import { Injectable } from '@nestjs/common';
import { Keyset, Reader, selectList } from '@app/database';
import { BatchLoader, listKey, type Connection, type PageRequest } from '@app/kernel';
import sql from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';
import { ModerationItem } from './moderation-item.entity';

const KEYSET = new Keyset<ModerationItem>(
  listKey('moderation', null),
  [
    { expression: 'i.created_at', type: 'timestamptz', value: (item) => item.createdAt },
    { expression: 'i.id', type: 'uuid', value: (item) => item.id },
  ],
  false,
);

/** Reads the moderation queue, for those who work it. */
@Injectable()
export class ModerationReader extends BatchLoader<Viewer, string, ModerationItem> {
  constructor(private readonly reader: Reader) {
    super();
  }

  /** The posts that wait, longest waiting first. */
  async open(viewer: Viewer, page: PageRequest): Promise<Connection<ModerationItem>> {
    const rows = await this.reader.rows<ModerationItem>(
      viewer.communityId,
      sql`SELECT ${selectList(ModerationItem, 'i')} FROM moderation_items i
          WHERE i.community_id = ${viewer.communityId} AND i.decided_at IS NULL${KEYSET.after(page)}${KEYSET.orderAndLimit(page)}`,
    );
    return KEYSET.toConnection(rows, page);
  }

  protected async findMany(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, ModerationItem>> {
    const rows = await this.reader.rows<ModerationItem>(
      viewer.communityId,
      sql`SELECT ${selectList(ModerationItem, 'i')} FROM moderation_items i
          WHERE i.community_id = ${viewer.communityId} AND i.id = ANY (${ids}::uuid[])`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
