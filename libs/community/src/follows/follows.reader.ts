import { Injectable } from '@nestjs/common';
import { Keyset, Reader, selectList } from '@app/database';
import { listKey, type Connection, type PageRequest } from '@app/kernel';
import sql from 'sql-template-tag';
import { knownTopics } from '../topics/topic-visibility';
import type { Viewer } from '../viewer/viewer';
import { Follow } from './follow.entity';

function newestFirst(memberId: string): Keyset<Follow> {
  return new Keyset<Follow>(
    listKey('follows', memberId),
    [
      { expression: 'f.created_at', type: 'timestamptz', value: (follow) => follow.createdAt },
      { expression: 'f.id', type: 'uuid', value: (follow) => follow.id },
    ],
    true,
  );
}

/** Reads what members follow; nobody reads what others do. */
@Injectable()
export class FollowsReader {
  constructor(private readonly reader: Reader) {}

  /** One page of what a member follows, newest first, without topics that they may no longer see; null to others. */
  async ofMember(viewer: Viewer, memberId: string, page: PageRequest): Promise<Connection<Follow> | null> {
    if (viewer.memberId !== memberId) return null;
    const keyset = newestFirst(memberId);
    const rows = await this.reader.rows<Follow>(
      viewer.communityId,
      sql`SELECT ${selectList(Follow, 'f')} FROM follows f
          LEFT JOIN topics t ON t.community_id = f.community_id AND t.id = f.topic_id
          WHERE f.community_id = ${viewer.communityId} AND f.member_id = ${memberId}
            AND (f.topic_id IS NULL OR (true${knownTopics(viewer)}))${keyset.after(page)}${keyset.orderAndLimit(page)}`,
    );
    return keyset.toConnection(rows, page);
  }
}
