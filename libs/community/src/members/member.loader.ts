import { Injectable } from '@nestjs/common';
import { Reader, selectList } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';
import { Member } from './member.entity';

/** Reads members by key. */
@Injectable()
export class MemberLoader extends BatchLoader<Viewer, string, Member> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, Member>> {
    const rows = await this.reader.rows<Member>(
      viewer.communityId,
      sql`SELECT ${selectList(Member, 'm')} FROM members m
          WHERE m.community_id = ${viewer.communityId} AND m.id = ANY (${ids}::uuid[])`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
