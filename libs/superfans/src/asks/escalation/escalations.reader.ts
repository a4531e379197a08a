import { Injectable } from '@nestjs/common';
import type { Viewer } from '@app/community';
import { Keyset, Reader } from '@app/database';
import { listKey, type Connection, type PageRequest } from '@app/kernel';
import sql from 'sql-template-tag';
import { WAITS_FOR_PEOPLE } from '../asking/waiting-topics';

/** A topic that members have not answered in the time in which they do. */
export interface Escalation {
  readonly communityId: string;
  readonly topicId: string;
  readonly escalatedAt: Date;
  readonly peerWindowSeconds: number;
  readonly peerWindowAnswers: number;
  /** How many people were asked. */
  readonly asked: number;
}

const KEYSET = new Keyset<Escalation>(
  listKey('escalations', null),
  [
    { expression: 'r.escalated_at', type: 'timestamptz', value: (one) => one.escalatedAt },
    { expression: 'r.topic_id', type: 'uuid', value: (one) => one.topicId },
  ],
  false,
);

/** Reads for staff what waits for an answer of theirs. */
@Injectable()
export class EscalationsReader {
  constructor(private readonly reader: Reader) {}

  /** Those that still wait, longest waiting first. */
  async open({ communityId }: Viewer, page: PageRequest): Promise<Connection<Escalation>> {
    const rows = await this.reader.rows<Escalation>(
      communityId,
      sql`SELECT r.community_id AS "communityId", r.topic_id AS "topicId", r.escalated_at AS "escalatedAt",
            r.peer_window_seconds AS "peerWindowSeconds", r.peer_window_answers AS "peerWindowAnswers", r.asked
          FROM topic_routes r JOIN topics t ON t.community_id = r.community_id AND t.id = r.topic_id
          WHERE r.community_id = ${communityId} AND r.escalated_at IS NOT NULL
            AND ${WAITS_FOR_PEOPLE}${KEYSET.after(page)}${KEYSET.orderAndLimit(page)}`,
    );
    return KEYSET.toConnection(rows, page);
  }
}
