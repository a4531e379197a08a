import { Injectable } from '@nestjs/common';
import { requirePermission, type Viewer } from '@app/community';
import { Keyset, Reader, selectList } from '@app/database';
import { listKey, STAFF_ROLES, type Connection, type PageRequest } from '@app/kernel';
import sql from 'sql-template-tag';
import { SuperfanCandidate } from './superfan-candidate.entity';
import type { SuperfanStage, SuperfanState } from './superfan-state';

/** Which candidates are listed. */
export interface SuperfanRequest {
  readonly state?: SuperfanState | null;
  readonly stage?: SuperfanStage | null;
  /** People of the company instead of customers: the two are never in one list. */
  readonly employees: boolean;
}

/** Lists, for leads and for nobody else, who may become or stop being a superfan. */
@Injectable()
export class SuperfansReader {
  constructor(private readonly reader: Reader) {}

  /** Those who help most first. FORBIDDEN for all who are no lead. */
  async page(viewer: Viewer, request: SuperfanRequest, page: PageRequest): Promise<Connection<SuperfanCandidate>> {
    requirePermission(viewer, 'lead');
    const { communityId } = viewer;
    const { state = null, stage = null, employees } = request;
    const keyset = new Keyset<SuperfanCandidate>(
      listKey('superfans', [communityId, state, stage, employees]),
      [
        { expression: 's.score', type: 'integer', value: ({ score }) => score },
        { expression: 's.member_id', type: 'uuid', value: ({ memberId }) => memberId },
      ],
      true,
    );
    const rows = await this.reader.rows<SuperfanCandidate>(
      communityId,
      sql`SELECT ${selectList(SuperfanCandidate, 's')} FROM superfan_candidates s
          JOIN members m ON m.community_id = s.community_id AND m.id = s.member_id
          WHERE s.community_id = ${communityId} AND (${state}::text IS NULL OR s.state = ${state})
            AND (${stage}::text IS NULL OR s.stage = ${stage})
            AND (m.role = ANY (${STAFF_ROLES}::text[])) = ${employees}::boolean AND m.role <> 'ALUM'
            AND (m.suspended_until IS NULL OR m.suspended_until <= now())${keyset.after(page)}${keyset.orderAndLimit(page)}`,
    );
    return keyset.toConnection(rows, page);
  }
}
