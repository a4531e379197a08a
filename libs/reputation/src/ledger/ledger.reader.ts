import { Injectable } from '@nestjs/common';
import { Reader, selectList } from '@app/database';
import sql, { type Sql } from 'sql-template-tag';
import type { LedgerEntry, ScoredEntry } from './ledger-entry';
import { ReputationEntry } from './reputation-entry.entity';
import { rulesOf } from './reputation-rules';

/** Entries that one statement reads. */
const AT_A_TIME = 20_000;

/** An entry as a statement gives it. */
type EntryRow = Omit<ReputationEntry, 'communityId'>;

/** What of it scores are made of; of times the milliseconds. */
type ScoredRow = Pick<EntryRow, 'id' | 'kind' | 'actorId' | 'ruleVersion' | 'refusal' | 'namesId'> & {
  readonly at: number | Date;
};

/** Members who were merged into others, by their former keys. */
type Merged = ReadonlyMap<string, string>;

/** Reads the ledger of a community as scores are made of it. */
@Injectable()
export class LedgerReader {
  constructor(private readonly reader: Reader) {}

  /** All of it, in parts and in the order in which it was written: for what looks at all of a community. */
  async *entriesOf(communityId: string): AsyncGenerator<LedgerEntry[]> {
    const merged = await this.merged(communityId);
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = await this.reader.rows<EntryRow>(
        communityId,
        sql`SELECT ${COLUMNS} FROM reputation_entries e WHERE e.community_id = ${communityId} AND e.id > ${after}
          ORDER BY e.id LIMIT ${AT_A_TIME}`,
      );
      if (rows.length > 0) yield rows.map((row) => entryOf(row, merged));
      const last = rows.at(-1);
      if (!last || rows.length < AT_A_TIME) return;
      after = last.id;
    }
  }

  /** All entries about one member, decisions too: what the lines of that member are made of. */
  async entriesAbout(communityId: string, subjectId: string): Promise<LedgerEntry[]> {
    return this.entriesAboutAll(communityId, [subjectId]);
  }

  /** The same of several members. */
  async entriesAboutAll(communityId: string, subjectIds: readonly string[]): Promise<LedgerEntry[]> {
    const [merged, rows] = await this.reader.round<[MergedRow[], EntryRow[]]>(communityId, [
      mergedMembers(communityId),
      sql`SELECT ${COLUMNS} FROM reputation_entries e
        WHERE e.community_id = ${communityId} AND e.subject_id = ANY (${ownIds(communityId, subjectIds)})`,
    ]);
    const into = intoOf(merged);
    return rows.map((row) => entryOf(row, into));
  }

  /** Of the entries about one member what scores are made of: a third of what all of them take. */
  async scoredAbout(communityId: string, subjectId: string): Promise<ScoredEntry[]> {
    const [merged, rows] = await this.reader.round<[MergedRow[], ScoredRow[]]>(communityId, [
      mergedMembers(communityId),
      sql`SELECT e.id, e.kind, (extract(epoch FROM e.at) * 1000)::float8 AS at, e.actor_id AS "actorId",
          e.rule_version AS "ruleVersion", e.refusal, e.names_id AS "namesId"
        FROM reputation_entries e
        WHERE e.community_id = ${communityId} AND e.subject_id = ANY (${ownIds(communityId, [subjectId])})`,
    ]);
    const into = intoOf(merged);
    const homeId = into.get(subjectId) ?? subjectId;
    return rows.map((row) => scoredOf(row, homeId, into));
  }

  /** All that is told of some entries. */
  async toldOf(communityId: string, ids: readonly string[]): Promise<LedgerEntry[]> {
    const [merged, rows] = await this.reader.round<[MergedRow[], EntryRow[]]>(communityId, [
      mergedMembers(communityId),
      sql`SELECT ${COLUMNS} FROM reputation_entries e WHERE e.community_id = ${communityId} AND e.id = ANY (${ids}::uuid[])`,
    ]);
    const into = intoOf(merged);
    return rows.map((row) => entryOf(row, into));
  }

  private async merged(communityId: string): Promise<Merged> {
    return intoOf(await this.reader.rows<MergedRow>(communityId, mergedMembers(communityId)));
  }
}

interface MergedRow {
  readonly id: string;
  readonly into: string;
}

const COLUMNS = selectList(ReputationEntry, 'e', [
  'id',
  'kind',
  'at',
  'actorId',
  'subjectId',
  'topicId',
  'postId',
  'productIds',
  'tagIds',
  'ruleVersion',
  'refusal',
  'namesId',
  'cause',
  'note',
]);

/** Members, and those who were merged into them. */
function ownIds(communityId: string, memberIds: readonly string[]): Sql {
  return sql`ARRAY (SELECT m.id FROM members m WHERE m.community_id = ${communityId}
    AND (m.id = ANY (${memberIds}::uuid[]) OR m.merged_into_id = ANY (${memberIds}::uuid[])))`;
}

function mergedMembers(communityId: string): Sql {
  return sql`SELECT m.id, m.merged_into_id AS "into" FROM members m
    WHERE m.community_id = ${communityId} AND m.merged_into_id IS NOT NULL`;
}

function intoOf(rows: readonly MergedRow[]): Merged {
  return new Map(rows.map(({ id, into }) => [id, into]));
}

function entryOf(row: EntryRow, merged: Merged): LedgerEntry {
  return { ...row, ...scoredOf(row, merged.get(row.subjectId) ?? row.subjectId, merged) };
}

/** Made once for each of very many rows: of nothing but what they have. */
function scoredOf(row: ScoredRow, subjectId: string, merged: Merged): ScoredEntry {
  const { kind, actorId, refusal } = row;
  const confirms = kind !== 'REVERSAL' && kind !== 'RELEASE' && kind !== 'KEPT';
  return {
    id: row.id,
    kind,
    at: Number(row.at),
    actorId: actorId && (merged.get(actorId) ?? actorId),
    subjectId,
    points: confirms && refusal === null ? rulesOf(row.ruleVersion).points[kind] : 0,
    refusal,
    namesId: row.namesId,
  };
}
