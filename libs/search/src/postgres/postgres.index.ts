import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import sql, { type Sql } from 'sql-template-tag';
import type { DocumentRef, SearchDocument } from '../documents/search-document';
import { indexDocument, readDocument, type IndexedDocument, type LearntDocument } from './indexed-document';
import { Lexemes } from './lexemes';
import { Lexicon } from './lexicon';
import { rowsOf } from './search-rows';
import { Vocabulary } from './vocabulary';

/** The words of so many documents are taken apart while the database writes those before. */
const PART = 200;
/** The words of a few large communities. */
const WORDS_REMEMBERED = 200_000;

/**
 * Writes what PostgreSQL finds things by. It is always written, also where another engine answers: the revisions of its
 * rows are what others follow.
 */
@Injectable()
export class PostgresIndex {
  private readonly lexicon = new Lexicon(WORDS_REMEMBERED);
  private readonly vocabulary = new Vocabulary();

  /**
   * Writes documents, new or changed, and takes others away. Each gets the next revision, so the caller must hold the
   * community's lock: only then do revisions grow in the order of commits. No thing may be named twice.
   */
  async write(
    tx: Tx,
    communityId: string,
    documents: readonly SearchDocument[],
    removed: readonly DocumentRef[],
  ): Promise<void> {
    const changes = new Map<string, number>();
    const count = (name: string, by: number): unknown => changes.set(name, (changes.get(name) ?? 0) + by);
    for (const name of await formerNames(tx, communityId, [...documents, ...removed])) count(name, -1);
    const writing: Promise<unknown>[] = [];
    const parts = Array.from({ length: Math.ceil(documents.length / PART) }, (_, i) =>
      documents.slice(i * PART, (i + 1) * PART),
    );
    let learnt = this.learn(tx, parts[0] ?? []);
    try {
      for (let i = 0; i < parts.length; i++) {
        const indexed = (await learnt).map(indexDocument);
        // Asked before the part is sent: it would wait until that is written.
        learnt = this.learn(tx, parts[i + 1] ?? []);
        for (const { whole } of indexed) for (const name of whole.names()) count(name, 1);
        writing.push(tx.rows(upsert(communityId, indexed)));
        // What is to be written goes out now, and not when the next part has been taken apart.
        await nextTurn();
      }
      if (removed.length > 0) writing.push(tx.rows(remove(communityId, removed)));
    } finally {
      // Whatever fails: the transaction ends when nothing is under way in it any more.
      await Promise.allSettled([learnt, ...writing]);
    }
    await Promise.all(writing);
    await this.vocabulary.write(tx, communityId, changes);
  }

  /** Takes documents apart, and has the lexicon learn their words. */
  private async learn(tx: Tx, documents: readonly SearchDocument[]): Promise<LearntDocument[]> {
    const read = documents.map(readDocument);
    const words = new Map<string, Set<string>>();
    for (const { dictionary, texts } of read) {
      const known = words.get(dictionary) ?? new Set();
      for (const text of texts) for (const word of text.words) known.add(word);
      words.set(dictionary, known);
    }
    const lexicons = new Map<string, LearntDocument['lexicon']>();
    for (const [dictionary, known] of words) lexicons.set(dictionary, await this.lexicon.learn(tx, dictionary, known));
    return read.map((one) => ({ ...one, lexicon: lexicons.get(one.dictionary) ?? new Map() }));
  }
}

/** What the rows to be written were found by until now: of each row, all of it. */
async function formerNames(tx: Tx, communityId: string, refs: readonly DocumentRef[]): Promise<string[]> {
  const lexemes = new Lexemes(communityId);
  const rows = await tx.rows<{ lexemes: string[] }>(sql`
    SELECT tsvector_to_array(d.whole) AS lexemes FROM ${things(refs)}
    JOIN search_documents d ON d.community_id = ${communityId} AND d.kind = r.kind AND d.id = r.id
    WHERE NOT d.removed`);
  return rows.flatMap((row) => row.lexemes.map((lexeme) => lexemes.nameOf(lexeme)));
}

function upsert(communityId: string, indexed: readonly IndexedDocument[]): Sql {
  return sql`
    INSERT INTO search_documents AS d (community_id, kind, id, revision, stamp, topic_kind, status, resolution, visibility, author_id,
      product_ids, tag_ids, demand, standing, names, created_at, last_activity_at, title, whole)
    SELECT ${communityId}, r.kind, r.id, nextval('search_revisions'), r.stamp, r.topic_kind, r.status, r.resolution, r.visibility,
      r.author_id, r.product_ids, r.tag_ids, r.demand, r.standing, r.names, r.created_at, r.last_activity_at, r.title, r.whole
    FROM ${rowsOf(new Lexemes(communityId), indexed)}
    ON CONFLICT (community_id, kind, id) DO UPDATE SET revision = excluded.revision, removed = false,
      stamp = excluded.stamp, topic_kind = excluded.topic_kind, status = excluded.status, resolution = excluded.resolution,
      visibility = excluded.visibility, author_id = excluded.author_id, product_ids = excluded.product_ids,
      tag_ids = excluded.tag_ids, demand = excluded.demand, standing = excluded.standing,
      names = excluded.names, created_at = excluded.created_at,
      last_activity_at = excluded.last_activity_at, title = excluded.title, whole = excluded.whole`;
}

/** Also of what was never written a row is kept: who follows the revisions may know of it. */
function remove(communityId: string, refs: readonly DocumentRef[]): Sql {
  return sql`
    INSERT INTO search_documents (community_id, kind, id, revision, removed)
    SELECT ${communityId}, r.kind, r.id, nextval('search_revisions'), true FROM ${things(refs)}
    ON CONFLICT (community_id, kind, id) DO UPDATE SET revision = excluded.revision, removed = true,
      topic_kind = NULL, status = NULL, resolution = NULL, visibility = 'PUBLIC', author_id = NULL, product_ids = '{}',
      tag_ids = '{}', demand = 0, standing = 0, names = '{}', last_activity_at = NULL, title = '', whole = ''`;
}

function things(refs: readonly DocumentRef[]): Sql {
  return sql`unnest(${refs.map(({ kind }) => kind)}::text[], ${refs.map(({ id }) => id)}::uuid[]) AS r (kind, id)`;
}
