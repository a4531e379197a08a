import { Injectable } from '@nestjs/common';
import { requirePermission, type Viewer } from '@app/community';
import { Keyset, Reader } from '@app/database';
import { listKey, windowOf, type Connection, type PageRequest, type Window } from '@app/kernel';
import sql from 'sql-template-tag';
import { CARRY_FORMULA, carriedBy, type Carrier, type Carry } from './carry';
import { solvers } from './solvers';

/** Which window is asked about. */
export interface CarryRequest {
  readonly from?: Date | null;
  readonly to?: Date | null;
}

/** A topic and who solved it. */
export interface SolvedTopic {
  readonly communityId: string;
  readonly topicId: string;
  readonly memberId: string | null;
}

interface Counted {
  readonly memberId: string | null;
  readonly staff: boolean;
  readonly solved: number;
}

/** Tells leads how much of the help rests on how few people, and the rows that say so. */
@Injectable()
export class CarryService {
  constructor(private readonly reader: Reader) {}

  async carry(viewer: Viewer, request: CarryRequest): Promise<Carry> {
    requirePermission(viewer, 'lead');
    const { communityId } = viewer;
    const window = windowOf(request.from, request.to);
    const [counted, [answered]] = await this.reader.round<[Counted[], { n: number }[]]>(communityId, [
      sql`SELECT s.member_id AS "memberId", s.staff, count(*)::int AS solved FROM (${solvers(communityId, window)}) s
          GROUP BY s.member_id, s.staff ORDER BY solved DESC, s.member_id`,
      sql`SELECT count(DISTINCT a.author_id)::int AS n FROM answers a
          WHERE a.community_id = ${communityId} AND a.created_at >= ${window.from} AND a.created_at < ${window.to}
            AND a.state = 'VISIBLE' AND NOT a.follow_up
            AND a.author_role NOT IN ('EMPLOYEE', 'REPRESENTATIVE', 'LEAD', 'ADMIN')`,
    ]);
    const sum = (rows: readonly Counted[]): number => rows.reduce((all, { solved }) => all + solved, 0);
    const carriers = counted.flatMap(({ memberId, staff, solved }) =>
      memberId && !staff ? [{ communityId, memberId, solved }] : [],
    );
    // Whoever solved something in the window may have answered it before.
    const answerers = Math.max(answered?.n ?? 0, carriers.length);
    const total = sum(counted);
    const byStaff = sum(counted.filter(({ staff }) => staff));
    const byNobody = sum(counted.filter(({ memberId }) => memberId === null));
    const numbers = { answerers, total, byStaff, byNobody };
    const byMembers = total - byStaff - byNobody;
    return {
      ...{ communityId, ...window, ...numbers, byMembers, formula: CARRY_FORMULA },
      ...carriedBy({ ...numbers, carriers }),
    };
  }

  /** The members who solved any, the most first. */
  async carriers(viewer: Viewer, window: Window, page: PageRequest): Promise<Connection<Carrier>> {
    requirePermission(viewer, 'lead');
    const { communityId } = viewer;
    const keyset = new Keyset<Carrier>(
      listKey('carriers', [communityId, window.from, window.to]),
      [
        { expression: 'c.solved', type: 'integer', value: ({ solved }) => solved },
        { expression: 'c."memberId"', type: 'uuid', value: ({ memberId }) => memberId },
      ],
      true,
    );
    const rows = await this.reader.rows<Omit<Carrier, 'communityId'>>(
      communityId,
      sql`SELECT c.* FROM (
            SELECT s.member_id AS "memberId", count(*)::int AS solved FROM (${solvers(communityId, window)}) s
            WHERE s.member_id IS NOT NULL AND NOT s.staff GROUP BY s.member_id) c
          WHERE true${keyset.after(page)}${keyset.orderAndLimit(page)}`,
    );
    return keyset.toConnection(
      rows.map((row) => ({ communityId, ...row })),
      page,
    );
  }

  /** The topics that were solved, with who solved them, or those that one member solved. */
  async topics(
    viewer: Viewer,
    window: Window,
    memberId: string | null,
    page: PageRequest,
  ): Promise<Connection<SolvedTopic>> {
    requirePermission(viewer, 'lead');
    const { communityId } = viewer;
    const keyset = new Keyset<SolvedTopic>(
      listKey('solved-topics', [communityId, window.from, window.to, memberId]),
      [{ expression: 's.topic_id', type: 'uuid', value: ({ topicId }) => topicId }],
      true,
    );
    const rows = await this.reader.rows<Omit<SolvedTopic, 'communityId'>>(
      communityId,
      sql`SELECT s.topic_id AS "topicId", s.member_id AS "memberId" FROM (${solvers(communityId, window)}) s
          WHERE (${memberId}::uuid IS NULL OR s.member_id = ${memberId})${keyset.after(page)}${keyset.orderAndLimit(page)}`,
    );
    return keyset.toConnection(
      rows.map((row) => ({ communityId, ...row })),
      page,
    );
  }
}
