import { Injectable } from '@nestjs/common';
import { Reader, selectList } from '@app/database';
import sql, { type Sql } from 'sql-template-tag';
import type { EntryKind } from './entry-kind';
import type { LedgerEntry, Refusal, ScoredEntry } from './ledger-entry';
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

/** The same of many entries: a text for each column, with a space between two entries; all null where there are none. */
type ScoredLists = Readonly<
  Record<'ids' | 'kinds' | 'times' | 'actorIds' | 'ruleVersions' | 'refusals' | 'namesIds', string | null>
>;

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

  /**
   * Of the entries about one member what scores are made of, in no order. They come as one row of lists, all in the order
   * in which the rows were met: thousands of rows cost three times as much to read.
   */
  async scoredAbout(communityId: string, subjectId: string): Promise<ScoredEntry[]> {
    const [merged, [lists]] = await this.reader.round<[MergedRow[], ScoredLists[]]>(communityId, [
      mergedMembers(communityId),
      sql`SELECT string_agg(e.id::text, ' ') AS ids, string_agg(e.kind, ' ') AS kinds,
          string_agg(round(date_part('epoch', e.at) * 1000)::bigint::text, ' ') AS times,
          string_agg(coalesce(e.actor_id::text, ''), ' ') AS "actorIds",
          string_agg(e.rule_version::text, ' ') AS "ruleVersions", string_agg(coalesce(e.refusal, ''), ' ') AS refusals,
          string_agg(coalesce(e.names_id::text, ''), ' ') AS "namesIds"
        FROM reputation_entries e
        WHERE e.community_id = ${communityId} AND e.subject_id = ANY (${ownIds(communityId, [subjectId])})`,
    ]);
    const into = intoOf(merged);
    return lists ? scoredOfLists(lists, into.get(subjectId) ?? subjectId, into) : [];
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

function scoredOfLists(lists: ScoredLists, subjectId: string, merged: Merged): ScoredEntry[] {
  const listed = (name: keyof ScoredLists): string[] => lists[name]?.split(' ') ?? [];
  const [kinds, times, actorIds] = [listed('kinds') as EntryKind[], listed('times'), listed('actorIds')];
  const [ruleVersions, namesIds] = [listed('ruleVersions'), listed('namesIds')];
  const refusals = listed('refusals') as (Refusal | '')[];
  return listed('ids').map((id, n) =>
    scoredOf(
      {
        id,
        kind: kinds[n]!,
        at: Number(times[n]),
        actorId: actorIds[n] || null,
        ruleVersion: Number(ruleVersions[n]),
        refusal: refusals[n] || null,
        namesId: namesIds[n] || null,
      },
      subjectId,
      merged,
    ),
  );
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
