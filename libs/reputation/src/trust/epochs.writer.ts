import { Injectable } from '@nestjs/common';
import { effectiveSettings, TRUSTED_FROM, type CommunitySettings } from '@app/community';
import { Reader, Transactor, type Tx } from '@app/database';
import sql from 'sql-template-tag';
import type { Seeds } from './seeds.reader';
import type { TrustAnswer } from './trust.worker';
import { storedWords, type StoredWord } from './stored-words';

/** Words that one statement writes. */
const PART = 5_000;
const MILLION = 1_000_000;

/** What an epoch is begun with. */
export interface EpochToBe {
  /** The number of the epoch that was in force when it was computed; 0 where there was none. */
  readonly before: number;
  readonly ruleVersion: number;
  readonly seeds: Seeds;
  readonly answer: TrustAnswer;
}

/** What is known of an epoch without its words. */
export interface EpochHead {
  readonly number: number;
  readonly ruleVersion: number;
  readonly wordsDigest: string;
}

/** Freezes epochs: all of one, or nothing. */
@Injectable()
export class EpochsWriter {
  constructor(
    private readonly reader: Reader,
    private readonly transactor: Transactor,
  ) {}

  /** The epoch in force; null where there was none yet. */
  current(communityId: string): Promise<EpochHead | null> {
    return this.reader.row(
      communityId,
      sql`SELECT e.number, e.rule_version AS "ruleVersion", e.words_digest AS "wordsDigest" FROM trust_epochs e
        WHERE e.community_id = ${communityId} ORDER BY e.number DESC LIMIT 1`,
    );
  }

  /** The number of the epoch that has begun; null where another one began since this one was computed. */
  begin(communityId: string, epoch: EpochToBe): Promise<number | null> {
    const { numbers } = epoch.answer;
    return this.transactor.run(communityId, async (tx) => {
      const number = epoch.before + 1;
      const begun = await this.insert(tx, communityId, number, epoch);
      if (!begun) return null;
      await this.trustByWords(tx, communityId, epoch);
      await tx.rows(sql`DELETE FROM trust_weights WHERE community_id = ${communityId} AND epoch < ${number}`);
      for (let at = 0; at < numbers.members.length; at += PART) {
        await this.insertWords(tx, communityId, number, storedWords(numbers, at, PART));
      }
      await this.tellMembers(tx, communityId, number);
      return number;
    });
  }

  private insert(
    tx: Tx,
    communityId: string,
    number: number,
    { ruleVersion, seeds, answer }: EpochToBe,
  ): Promise<object | null> {
    return tx.row(
      sql`INSERT INTO trust_epochs (community_id, number, rule_version, seeds_digest, words_digest, seed_count, word_count,
          entry_count, began_at)
        SELECT ${communityId}, ${number}::integer, ${ruleVersion}::integer, ${seeds.digest}, ${answer.digest},
          ${seeds.ids.length}::integer, ${answer.numbers.members.length}::integer, ${answer.entries}::integer, now()
        WHERE NOT EXISTS (SELECT FROM trust_epochs e WHERE e.community_id = ${communityId} AND e.number >= ${number}::integer)
        ON CONFLICT DO NOTHING RETURNING number`,
    );
  }

  /**
   * From the first epoch on in which enough customers are trusted to solve a topic between them, they are trusted by their
   * words, and time alone gives nobody a say. It is not undone: nobody gets their say back by taking others' away.
   */
  private async trustByWords(tx: Tx, communityId: string, { before, seeds, answer }: EpochToBe): Promise<void> {
    const community = await tx.row<{ settings: Partial<CommunitySettings>; trustEpoch: number | null }>(
      sql`SELECT settings, trust_epoch AS "trustEpoch" FROM communities WHERE id = ${communityId}`,
    );
    if (!community || community.trustEpoch !== null) return;
    const known = new Set(seeds.ids);
    const { ids, members, weights } = answer.numbers;
    const trusted = [...members].filter(
      (member, place) => weights[place]! >= TRUSTED_FROM * MILLION && !known.has(ids[member]!),
    );
    if (trusted.length < effectiveSettings(community.settings).readersToSolve) return;
    await tx.rows(
      sql`UPDATE communities SET trust_epoch = ${before + 1}::integer WHERE id = ${communityId} AND trust_epoch IS NULL`,
    );
  }

  private async insertWords(tx: Tx, communityId: string, number: number, words: readonly StoredWord[]): Promise<void> {
    const rows = words.map((word) => ({ ...word, flows: word.flows.toString('base64') }));
    await tx.rows(
      sql`INSERT INTO trust_weights (community_id, epoch, member_id, place, weight, flows)
        SELECT ${communityId}, ${number}::integer, w."memberId", w.place, w.weight, decode(w.flows, 'base64')
        FROM json_to_recordset(${JSON.stringify(rows)}::json)
          AS w("memberId" uuid, place integer, weight integer, flows text)
        WHERE EXISTS (SELECT FROM members m WHERE m.community_id = ${communityId} AND m.id = w."memberId")`,
    );
  }

  /** What each member's word weighs is also kept with the member, for whoever lets words count: some at a time. */
  private async tellMembers(tx: Tx, communityId: string, number: number): Promise<void> {
    let told: object[];
    do {
      told = await tx.rows(
        sql`WITH changed AS (
            SELECT m.id, coalesce(w.weight, 0) / 1000000.0 AS trust FROM members m
            LEFT JOIN trust_weights w ON w.community_id = m.community_id AND w.epoch = ${number}::integer
              AND w.member_id = m.id
            WHERE m.community_id = ${communityId} AND m.trust <> (coalesce(w.weight, 0) / 1000000.0)::real
            ORDER BY m.id LIMIT ${PART} FOR NO KEY UPDATE OF m)
          UPDATE members m SET trust = c.trust FROM changed c
          WHERE m.community_id = ${communityId} AND m.id = c.id RETURNING 1 AS n`,
      );
    } while (told.length === PART);
  }
}
