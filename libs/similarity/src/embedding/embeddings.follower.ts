import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Reader, Transactor, type Tx } from '@app/database';
import { SearchFeed, type FeedEntry } from '@app/search';
import sql from 'sql-template-tag';
import { ThreadsReader } from '../texts/threads.reader';
import { ConfiguredEmbedder } from './configured-embedder';
import type { Embedder } from './embedder';
import { embeddedText } from './query-embedder';

/** Texts that are read and embedded at a time. */
const PART = 32;

/** A text to be embedded. */
interface Text {
  readonly id: string;
  readonly kind: 'TOPIC' | 'ARTICLE';
  readonly text: string;
  readonly digest: string;
}

/** Keeps what the pretrained model says up with what everybody may find. Nothing happens where there is no model. */
@Injectable()
export class EmbeddingsFollower {
  constructor(
    private readonly configured: ConfiguredEmbedder,
    private readonly reader: Reader,
    private readonly transactor: Transactor,
    private readonly feed: SearchFeed,
    private readonly threads: ThreadsReader,
  ) {}

  /**
   * Reads what has changed in the index since the last time, all of it for a new model; how many texts were embedded.
   * What was done is kept when it is stopped.
   * @throws EmbedderDown, AbortError where the signal stopped it
   */
  async follow(communityId: string, signal?: AbortSignal): Promise<number> {
    const embedder = await this.configured.get();
    if (!embedder) return 0;
    let embedded = 0;
    for (;;) {
      signal?.throwIfAborted();
      const entries = await this.feed.since(communityId, await this.through(communityId, embedder), PART);
      if (entries.length === 0) return embedded;
      embedded += await this.step(communityId, embedder, entries);
    }
  }

  private async step(communityId: string, embedder: Embedder, entries: readonly FeedEntry[]): Promise<number> {
    const texts = await this.texts(communityId, entries);
    const known = await this.known(communityId, embedder, texts);
    const changed = texts.filter(({ id, digest }) => known.get(id) !== digest);
    const vectors = changed.length > 0 ? await embedder.embed(changed.map(({ text }) => text)) : [];
    const there = new Set(texts.map(({ id }) => id));
    const gone = entries.flatMap(({ id }) => (there.has(id) ? [] : [id]));
    await this.transactor.run(communityId, async (tx) => {
      // One after the other: who follows by revision misses none.
      await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended('text_embeddings:' || ${communityId}::text, 0))`);
      await this.write(tx, communityId, { embedder: embedder.name, changed, vectors });
      await tx.rows(
        sql`DELETE FROM text_embeddings WHERE community_id = ${communityId} AND id = ANY (${gone}::uuid[])`,
      );
      await tx.rows(
        sql`INSERT INTO embedding_progress (community_id, embedder, through)
            VALUES (${communityId}, ${embedder.name}, ${entries.at(-1)!.revision})
          ON CONFLICT (community_id) DO UPDATE SET embedder = excluded.embedder, through = excluded.through`,
      );
    });
    return changed.length;
  }

  private async write(
    tx: Tx,
    communityId: string,
    said: { readonly embedder: string; readonly changed: readonly Text[]; readonly vectors: readonly Float32Array[] },
  ): Promise<void> {
    const { embedder, changed, vectors } = said;
    const bytes = vectors.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength));
    await tx.rows(
      sql`INSERT INTO text_embeddings (community_id, id, kind, embedder, digest, vector, revision)
        SELECT ${communityId}, x.id, x.kind, ${embedder}, x.digest, x.vector, nextval('text_embeddings_revision_seq')
        FROM unnest(${changed.map(({ id }) => id)}::uuid[], ${changed.map(({ kind }) => kind)}::text[],
          ${changed.map(({ digest }) => digest)}::text[], ${bytes}::bytea[]) x (id, kind, digest, vector)
        ON CONFLICT (community_id, id) DO UPDATE SET embedder = excluded.embedder, digest = excluded.digest,
          vector = excluded.vector, revision = excluded.revision`,
    );
  }

  private async texts(communityId: string, entries: readonly FeedEntry[]): Promise<Text[]> {
    const ids = (wanted: string): string[] =>
      entries.flatMap(({ kind, id, removed }) => (kind === wanted && !removed ? [id] : []));
    const topics = await this.threads.topics(communityId, ids('TOPIC'));
    const articles = await this.threads.articlesOf(communityId, ids('ARTICLE'));
    return [
      ...topics.map(({ id, title, body }) => textOf(id, 'TOPIC', embeddedText(title, body))),
      ...articles.map(({ id, title, summary }) => textOf(id, 'ARTICLE', `${title} ${summary}`.trim())),
    ];
  }

  private async known(communityId: string, { name }: Embedder, texts: readonly Text[]): Promise<Map<string, string>> {
    const rows = await this.reader.rows<{ id: string; digest: string }>(
      communityId,
      sql`SELECT id, digest FROM text_embeddings WHERE community_id = ${communityId} AND embedder = ${name}
        AND id = ANY (${texts.map(({ id }) => id)}::uuid[])`,
    );
    return new Map(rows.map(({ id, digest }) => [id, digest]));
  }

  private async through(communityId: string, { name }: Embedder): Promise<number> {
    const row = await this.reader.row<{ through: string }>(
      communityId,
      sql`SELECT through FROM embedding_progress WHERE community_id = ${communityId} AND embedder = ${name}`,
    );
    return Number(row?.through ?? 0);
  }
}

function textOf(id: string, kind: Text['kind'], text: string): Text {
  return { id, kind, text, digest: createHash('sha256').update(text).digest('base64url') };
}
