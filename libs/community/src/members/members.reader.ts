import { Injectable } from '@nestjs/common';
import { Reader, selectList } from '@app/database';
import { handleFault, normaliseHandle, type Connection, type PageRequest, type Role } from '@app/kernel';
import sql, { empty } from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';
import { memberKeyset, type MemberOrder } from './member-order';
import { Member } from './member.entity';

/** Which page of which members. */
export interface MemberListRequest {
  readonly order: MemberOrder;
  /** Only members who have this role today. */
  readonly role?: Role | null;
  readonly page: PageRequest;
}

/** Finds the members of a community. */
@Injectable()
export class MembersReader {
  constructor(private readonly reader: Reader) {}

  /** One page of a list, without former members. */
  async list(viewer: Viewer, { order, role = null, page }: MemberListRequest): Promise<Connection<Member>> {
    const keyset = memberKeyset(order, role);
    const rows = await this.reader.rows<Member>(
      viewer.communityId,
      sql`SELECT ${selectList(Member, 'm')} FROM members m
          WHERE m.community_id = ${viewer.communityId} AND m.erased_at IS NULL${role ? sql` AND m.role = ${role}` : empty}${keyset.after(page)}${keyset.orderAndLimit(page)}`,
      { fresh: role !== null },
    );
    return keyset.toConnection(rows, page);
  }

  /** The member with this handle; null where there is none. */
  async byHandle(viewer: Viewer, text: string): Promise<Member | null> {
    const handle = normaliseHandle(text);
    if (handleFault(handle)) return null;
    return this.reader.row<Member>(
      viewer.communityId,
      sql`SELECT ${selectList(Member, 'm')} FROM members m
          WHERE m.community_id = ${viewer.communityId} AND m.handle = ${handle}`,
    );
  }
}
