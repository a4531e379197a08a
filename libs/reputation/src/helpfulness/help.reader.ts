import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import sql from 'sql-template-tag';
import type { CountedVotes, HelpRow, SpecialMembers } from './help-read';

/** Threads that one statement reads. */
const AT_A_TIME = 500;

interface AnswerJson {
  readonly id: string;
  readonly authorId: string;
  readonly at: string;
}

interface ThreadRow {
  readonly id: string;
  readonly askerId: string;
  readonly at: Date;
  readonly productIds: string[];
  readonly tagIds: string[];
  readonly answers: readonly AnswerJson[];
}

interface VoteRow {
  readonly id: string;
  readonly day: string | null;
  readonly up: number;
  readonly down: number;
}

/** Reads who helped whom in a community, as far as everybody may read it. */
@Injectable()
export class HelpReader {
  constructor(private readonly reader: Reader) {}

  /** All threads that somebody else than the asker answered, in parts, in no order that means anything. */
  async *threads(communityId: string): AsyncGenerator<HelpRow[]> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const ids = await this.reader.rows<{ id: string }>(
        communityId,
        sql`SELECT t.id FROM topics t WHERE t.community_id = ${communityId} AND t.id > ${after}
          ORDER BY t.id LIMIT ${AT_A_TIME}`,
      );
      if (ids.length > 0) {
        yield await this.part(
          communityId,
          ids.map(({ id }) => id),
        );
      }
      if (ids.length < AT_A_TIME) return;
      after = ids.at(-1)?.id ?? after;
    }
  }

  async specialMembers(communityId: string): Promise<SpecialMembers> {
    const rows = await this.reader.rows<{ id: string; erased: boolean }>(
      communityId,
      sql`SELECT m.id, m.erased_at IS NOT NULL AS erased FROM members m
        WHERE m.community_id = ${communityId} AND m.user_id IS NULL`,
    );
    const ids = (erased: boolean): Set<string> =>
      new Set(rows.filter((row) => row.erased === erased).map(({ id }) => id));
    return { cameAlong: ids(false), erased: ids(true) };
  }

  /** The key of the last line of the ledger; null where there is none. */
  async lastEntry(communityId: string): Promise<string | null> {
    const row = await this.reader.row<{ id: string }>(
      communityId,
      sql`SELECT e.id FROM reputation_entries e WHERE e.community_id = ${communityId} ORDER BY e.id DESC LIMIT 1`,
    );
    return row?.id ?? null;
  }

  private async part(communityId: string, ids: readonly string[]): Promise<HelpRow[]> {
    const [threads, votes] = await this.reader.round<[ThreadRow[], VoteRow[]]>(communityId, [
      sql`SELECT t.id, t.author_id AS "askerId", t.created_at AS at,
          ARRAY (SELECT p.product_id FROM topic_products p
            WHERE p.community_id = t.community_id AND p.topic_id = t.id) AS "productIds",
          ARRAY (SELECT g.tag_id FROM topic_tags g WHERE g.community_id = t.community_id AND g.topic_id = t.id) AS "tagIds",
          (SELECT coalesce(json_agg(json_build_object('id', a.id, 'authorId', a.author_id, 'at', a.created_at)
              ORDER BY a.created_at, a.id), '[]')
            FROM answers a WHERE a.community_id = t.community_id AND a.topic_id = t.id AND a.state = 'VISIBLE'
              AND a.author_id <> t.author_id) AS answers
        FROM topics t WHERE t.community_id = ${communityId} AND t.id = ANY (${ids}::uuid[])
          AND t.state = 'VISIBLE' AND t.visibility = 'PUBLIC' AND t.merged_into_id IS NULL`,
      sql`SELECT v.post_id AS id, v.up, v.down, CASE WHEN isfinite(v.day) THEN v.day::text END AS day
        FROM answers a JOIN vote_totals v ON v.community_id = a.community_id AND v.post_id = a.id
        WHERE a.community_id = ${communityId} AND a.topic_id = ANY (${ids}::uuid[])`,
    ]);
    const byAnswer = Map.groupBy(votes, ({ id }) => id);
    return threads
      .filter(({ answers }) => answers.length > 0)
      .map((thread) => threadOf(thread, (id) => byAnswer.get(id) ?? []));
  }
}

function threadOf(row: ThreadRow, votesOf: (answerId: string) => readonly VoteRow[]): HelpRow {
  const answers = row.answers.map(({ id, authorId, at }) => ({
    id,
    authorId,
    // Some sources date an answer before its question.
    at: Math.max(Date.parse(at), row.at.getTime()),
    votes: votesOf(id).map(countedOf),
  }));
  return { ...row, at: row.at.getTime(), answers };
}

function countedOf({ day, up, down }: VoteRow): CountedVotes {
  return { day: day === null ? null : Date.parse(`${day}T00:00:00Z`), up, down };
}
