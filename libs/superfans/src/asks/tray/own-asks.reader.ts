import { Injectable } from '@nestjs/common';
import type { MemberViewer, Viewer } from '@app/community';
import { Keyset, Reader } from '@app/database';
import { BatchLoader, listKey, type Connection, type PageRequest } from '@app/kernel';
import sql from 'sql-template-tag';
import type { AskState } from './ask-state';
import { FROM_ASKS, OWN_ASK, type OwnAsk } from './own-ask';

/** Reads what the viewer was asked, and nobody else. */
@Injectable()
export class OwnAsksReader extends BatchLoader<Viewer, string, OwnAsk> {
  constructor(private readonly reader: Reader) {
    super();
  }

  /** Asks in one of these states, the newest first. */
  async list(
    { communityId, memberId }: MemberViewer,
    states: readonly AskState[],
    page: PageRequest,
  ): Promise<Connection<OwnAsk>> {
    const keyset = keysetOf(states);
    const rows = await this.reader.rows<OwnAsk>(
      communityId,
      sql`SELECT * FROM (
            SELECT ${OWN_ASK} FROM ${FROM_ASKS}
            WHERE a.community_id = ${communityId} AND a.member_id = ${memberId}) mine
          WHERE mine.state = ANY (${states}::text[])${keyset.after(page)}${keyset.orderAndLimit(page)}`,
    );
    return keyset.toConnection(rows, page);
  }

  protected async findMany(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, OwnAsk>> {
    const { communityId, memberId } = viewer;
    const rows = await this.reader.rows<OwnAsk>(
      communityId,
      sql`SELECT ${OWN_ASK} FROM ${FROM_ASKS}
          WHERE a.community_id = ${communityId} AND a.member_id = ${memberId} AND a.id = ANY (${ids}::uuid[])`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

function keysetOf(states: readonly AskState[]): Keyset<OwnAsk> {
  return new Keyset<OwnAsk>(
    listKey('asks', [...states].toSorted()),
    [
      { expression: 'mine."createdAt"', type: 'timestamptz', value: (ask) => ask.createdAt },
      { expression: 'mine.id', type: 'uuid', value: (ask) => ask.id },
    ],
    true,
  );
}
