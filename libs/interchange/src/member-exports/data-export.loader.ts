import { Injectable } from '@nestjs/common';
import type { Viewer } from '@app/community';
import { Reader, selectList } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';
import { MemberExport } from './member-export.entity';

/** Reads exports by key: the viewer's own, and no others. */
@Injectable()
export class DataExportLoader extends BatchLoader<Viewer, string, MemberExport> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, MemberExport>> {
    const rows = await this.reader.rows<MemberExport>(
      viewer.communityId,
      sql`SELECT ${selectList(MemberExport, 'e')} FROM member_exports e
          WHERE e.community_id = ${viewer.communityId} AND e.member_id = ${viewer.memberId} AND e.id = ANY (${ids}::uuid[])`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
