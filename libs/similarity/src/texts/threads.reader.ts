import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { DocumentsReader, type ArticleDocument, type DocumentRef, type TopicDocument } from '@app/search';
import sql, { empty, type Sql } from 'sql-template-tag';

/** A topic document with what is known of it beside its words. */
export interface TopicText extends TopicDocument {
  /** Whether one may still answer there. */
  readonly open: boolean;
}

interface Place {
  readonly id: string;
  readonly at: string;
}

/** So many texts are read at a time: few enough that making documents of them holds nobody up. */
const PART = 25;
/** So many ids are read at a time. */
const IDS = 1_000;

/** Reads the threads and articles of a community that everybody may find, in small parts. */
@Injectable()
export class ThreadsReader {
  constructor(
    private readonly reader: Reader,
    private readonly documents: DocumentsReader,
  ) {}

  /** Topics in parts, the most recently active first, up to `most`. */
  async *latest(communityId: string, most: number): AsyncGenerator<TopicText[]> {
    let left = most;
    let after: Place | undefined;
    while (left > 0) {
      const places = await this.places(communityId, Math.min(IDS, left), after);
      for (let at = 0; at < places.length; at += PART) {
        yield await this.topics(
          communityId,
          places.slice(at, at + PART).map(({ id }) => id),
        );
      }
      left -= places.length;
      after = places.at(-1);
      if (places.length < IDS) return;
    }
  }

  /** All articles, in parts. */
  async *articles(communityId: string): AsyncGenerator<ArticleDocument[]> {
    for (let after: string | undefined; ;) {
      const rows = await this.reader.rows<{ id: string }>(
        communityId,
        sql`SELECT x.id FROM articles x WHERE x.community_id = ${communityId} AND x.state = 'PUBLISHED'
          AND x.id > ${after ?? '00000000-0000-0000-0000-000000000000'} ORDER BY x.id LIMIT ${PART}`,
      );
      if (rows.length === 0) return;
      after = rows.at(-1)?.id;
      yield await this.articlesOf(
        communityId,
        rows.map(({ id }) => id),
      );
    }
  }

  /** Those of some topics that everybody may find. */
  async topics(communityId: string, ids: readonly string[]): Promise<TopicText[]> {
    if (ids.length === 0) return [];
    const found = (await this.documents.read(this.reader, communityId, refs('TOPIC', ids))).filter(
      (document): document is TopicDocument => document.kind === 'TOPIC' && document.visibility === 'PUBLIC',
    );
    const closed = await this.reader.rows<{ id: string }>(
      communityId,
      sql`SELECT t.id FROM topics t WHERE t.community_id = ${communityId} AND t.id = ANY (${ids}::uuid[])
        AND t.closed_at IS NOT NULL`,
    );
    const closedIds = new Set(closed.map(({ id }) => id));
    return found.map((document) => ({ ...document, open: !closedIds.has(document.id) }));
  }

  /** Those of some articles that are published. */
  async articlesOf(communityId: string, ids: readonly string[]): Promise<ArticleDocument[]> {
    if (ids.length === 0) return [];
    const found = await this.documents.read(this.reader, communityId, refs('ARTICLE', ids));
    return found.filter((document): document is ArticleDocument => document.kind === 'ARTICLE');
  }

  /** How many topics somebody has answered that everybody may find. */
  async answeredTopics(communityId: string): Promise<number> {
    const row = await this.reader.row<{ count: number }>(
      communityId,
      sql`SELECT count(*)::integer AS count FROM topics t
        WHERE t.community_id = ${communityId} AND ${LISTED} AND t.answer_count > 0`,
    );
    return row?.count ?? 0;
  }

  /** When the youngest topic was asked; null where there is none. */
  async youngest(communityId: string): Promise<Date | null> {
    const row = await this.reader.row<{ at: Date }>(
      communityId,
      sql`SELECT t.created_at AS at FROM topics t WHERE t.community_id = ${communityId} AND ${LISTED}
        ORDER BY t.created_at DESC, t.id DESC LIMIT 1`,
    );
    return row?.at ?? null;
  }

  private places(communityId: string, limit: number, after?: Place): Promise<Place[]> {
    const behind: Sql = after
      ? sql` AND (t.last_activity_at, t.id) < (${after.at}::timestamptz, ${after.id}::uuid)`
      : empty;
    return this.reader.rows<Place>(
      communityId,
      sql`SELECT t.id, t.last_activity_at::text AS at FROM topics t WHERE t.community_id = ${communityId} AND ${LISTED}${behind}
        ORDER BY t.last_activity_at DESC, t.id DESC LIMIT ${limit}`,
    );
  }
}

/** What stands in the lists of everybody, under the alias `t`. */
const LISTED = sql`t.state = 'VISIBLE' AND t.visibility = 'PUBLIC' AND t.archived_at IS NULL AND t.merged_into_id IS NULL`;

function refs(kind: DocumentRef['kind'], ids: readonly string[]): DocumentRef[] {
  return ids.map((id) => ({ kind, id }));
}
