import { Injectable } from '@nestjs/common';
import { Reader, selectList } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';
import { Member } from './member.entity';

/** What stands beside everything that somebody wrote. */
const NAMES = [
  'communityId',
  'id',
  'handle',
  'displayName',
  'role',
  'erasedAt',
] as const satisfies readonly (keyof Member)[];

/** What is shown of a member beside what they wrote. */
export type MemberNames = Pick<Member, (typeof NAMES)[number]>;

/** Reads what is shown of authors, for pages that show nothing more of them. */
@Injectable()
export class MemberNamesLoader extends BatchLoader<Viewer, string, MemberNames> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, MemberNames>> {
    const rows = await this.reader.rows<MemberNames>(
      viewer.communityId,
      sql`SELECT ${selectList(Member, 'm', NAMES)} FROM members m
          WHERE m.community_id = ${viewer.communityId} AND m.id = ANY (${ids}::uuid[])`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
