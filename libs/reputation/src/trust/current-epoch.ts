import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { LRUCache } from 'lru-cache';
import sql from 'sql-template-tag';
import type { Epoch, Word } from './epoch';
import { NO_EPOCH } from './no-epoch';

/** Communities whose epochs are remembered. */
const REMEMBERED = 20;
const MILLION = 1_000_000;

interface WeightRow {
  readonly memberId: string;
  readonly weight: number;
  readonly sources: readonly string[];
  readonly shares: readonly number[];
}

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

  /** The same epoch with the words of some members only: for what is about a few. */
  async wordsOf(communityId: string, memberIds: readonly string[]): Promise<Epoch> {
    return this.read(communityId, memberIds);
  }

  /** Both in one statement: a new epoch may begin at any moment, and takes the weights of older ones with it. */
  private async read(communityId: string, memberIds: readonly string[] | null = null): Promise<Epoch> {
    const row = await this.reader.row<{ number: number; ruleVersion: number; weights: WeightRow[] }>(
      communityId,
      sql`SELECT e.number, e.rule_version AS "ruleVersion", coalesce((
          SELECT json_agg(json_build_object('memberId', w.member_id, 'weight', w.weight, 'sources', w.sources, 'shares', w.shares))
          FROM trust_weights w WHERE w.community_id = ${communityId} AND w.epoch = e.number
            AND (${memberIds}::uuid[] IS NULL OR w.member_id = ANY (${memberIds}::uuid[]))), '[]') AS weights
        FROM trust_epochs e WHERE e.community_id = ${communityId} ORDER BY e.number DESC LIMIT 1`,
    );
    if (!row) return NO_EPOCH;
    return { number: row.number, ruleVersion: row.ruleVersion, words: new Map(row.weights.map(entryOf)) };
  }
}

function entryOf({ memberId, weight, sources, shares }: WeightRow): [string, Word] {
  const flows = sources.map((source, place): [string, number] => [source, (shares[place] ?? 0) / MILLION]);
  return [memberId, { weight: weight / MILLION, sources: new Map(flows) }];
}
