import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { LRUCache } from 'lru-cache';
import sql, { empty } from 'sql-template-tag';
import type { Epoch } from './epoch';
import { NO_EPOCH } from './no-epoch';
import { wordsOfRows, type StoredWord } from './stored-words';

/** Communities whose epochs are remembered. */
const REMEMBERED = 20;

/** A word with its epoch; an epoch without words is one row with nobody. */
type EpochRow = Pick<Epoch, 'number' | 'ruleVersion'> & (StoredWord | { readonly memberId: null });

/** Says whose word counts how much now. */
@Injectable()
export class CurrentEpoch {
  private readonly known = new LRUCache<string, Epoch>({ max: REMEMBERED });

  constructor(private readonly reader: Reader) {}

  /** The epoch in force, with all its words; one of number 0, in which nobody's word counts, where there was none yet. */
  async of(communityId: string): Promise<Epoch> {
    const number = await this.number(communityId);
    const known = this.known.get(communityId);
    if (known?.number === number) return known;
    const epoch = await this.read(communityId);
    this.known.set(communityId, epoch);
    return epoch;
  }

  /** The number of the epoch in force; 0 where there was none yet. */
  async number(communityId: string): Promise<number> {
    const row = await this.reader.row<{ number: number }>(
      communityId,
      sql`SELECT coalesce(max(number), 0) AS number FROM trust_epochs WHERE community_id = ${communityId}`,
    );
    return row?.number ?? 0;
  }

  /**
   * The same epoch with the words of some members only, and of these only what comes from one another: enough for lines
   * whose subject and actors they are.
   */
  async wordsOf(communityId: string, memberIds: readonly string[]): Promise<Epoch> {
    return this.read(communityId, sql`AND w.member_id = ANY (${memberIds}::uuid[])`);
  }

  /** All in one statement: a new epoch may begin at any moment, and takes the weights of older ones with it. */
  private async read(communityId: string, members = empty): Promise<Epoch> {
    const rows = await this.reader.rows<EpochRow>(
      communityId,
      sql`SELECT e.number, e.rule_version AS "ruleVersion", w.member_id AS "memberId", w.place, w.weight, w.flows
        FROM (SELECT number, rule_version FROM trust_epochs WHERE community_id = ${communityId}
          ORDER BY number DESC LIMIT 1) e
        LEFT JOIN trust_weights w ON w.community_id = ${communityId} AND w.epoch = e.number ${members}`,
    );
    const [first] = rows;
    if (!first) return NO_EPOCH;
    const words = wordsOfRows(rows.filter((row): row is EpochRow & StoredWord => row.memberId !== null));
    return { number: first.number, ruleVersion: first.ruleVersion, words };
  }
}
