import { Injectable } from '@nestjs/common';
import { requirePermission, type Viewer } from '@app/community';
import { Keyset, Reader, selectList } from '@app/database';
import { listKey, type Connection, type PageRequest } from '@app/kernel';
import sql from 'sql-template-tag';
import { Recognition } from './recognition.entity';

/** Lists how a member was recognised: each reads their own, leads everybody's. */
@Injectable()
export class RecognitionsReader {
  constructor(private readonly reader: Reader) {}

  /** The newest first; of oneself where nobody is named. FORBIDDEN where it is somebody else's and the viewer no lead. */
  async page(viewer: Viewer, memberId: string | null, page: PageRequest): Promise<Connection<Recognition>> {
    requirePermission(viewer, memberId === null || memberId === viewer.memberId ? 'participate' : 'lead');
    const { communityId } = viewer;
    const whose = memberId ?? viewer.memberId;
    const keyset = new Keyset<Recognition>(
      listKey('recognitions', [communityId, whose]),
      [
        { expression: 'r.created_at', type: 'timestamptz', value: ({ createdAt }) => createdAt },
        { expression: 'r.id', type: 'uuid', value: ({ id }) => id },
      ],
      true,
    );
    const rows = await this.reader.rows<Recognition>(
      communityId,
      sql`SELECT ${selectList(Recognition, 'r')} FROM recognitions r
          WHERE r.community_id = ${communityId} AND r.member_id = ${whose}${keyset.after(page)}${keyset.orderAndLimit(page)}`,
    );
    return keyset.toConnection(rows, page);
  }
}
