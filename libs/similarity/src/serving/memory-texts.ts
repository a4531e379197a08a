import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { SearchFeed } from '@app/search';
import sql from 'sql-template-tag';
import { EmbeddingsReader } from '../embedding/embeddings.reader';
import { ReplyLinksReader } from '../links/reply-links.reader';
import { linkKey, rememberedLink } from '../texts/remembered-link';
import { rememberedArticle, rememberedTopic } from '../texts/remembering';
import { ThreadsReader } from '../texts/threads.reader';
import type { MemoryChanges } from './remembered';

/** Changes that are told at a time: few enough that neither reading nor copying them holds the event loop. */
const PART = 25;
const LINKS = 500;
const VECTORS = 200;
/** Counts of "this answered me" that are told: the highest. */
const ANSWERED = 1_000;

/** How far a memory has followed. */
export interface MemoryPlace {
  /** Step of the index. */
  readonly revision: number;
  /** Step of the links. */
  readonly links: number;
  /** Step of what a pretrained model says; null while not all topics are there that it speaks of. */
  readonly vectors: number | null;
}

/** A part of what has changed; null where there is nothing new. */
export interface MemoryPart {
  readonly changes: MemoryChanges;
  readonly place: MemoryPlace;
}

/** Reads what memories are told, in small parts. */
@Injectable()
export class MemoryTexts {
  constructor(
    private readonly reader: Reader,
    private readonly feed: SearchFeed,
    private readonly threads: ThreadsReader,
    private readonly links: ReplyLinksReader,
    private readonly embeddings: EmbeddingsReader,
  ) {}

  /** From where on the changes are to be followed, when all is read now. */
  async place(communityId: string): Promise<MemoryPlace> {
    const row = await this.reader.row<{ revision: string }>(
      communityId,
      sql`SELECT coalesce(max(revision), 0) AS revision FROM search_documents WHERE community_id = ${communityId}`,
    );
    return { revision: Number(row?.revision ?? 0), links: 0, vectors: null };
  }

  /** Articles and up to `most` topics, the most recently active first; then topics at the ends of links, whatever their age. */
  async *all(communityId: string, most: number): AsyncGenerator<MemoryChanges> {
    for await (const articles of this.threads.articles(communityId))
      yield { articles: articles.map(rememberedArticle) };
    const known = new Set<string>();
    for await (const topics of this.threads.latest(communityId, most)) {
      for (const { id } of topics) known.add(id);
      yield { topics: topics.map(rememberedTopic) };
    }
    if (known.size < most) return;
    const linked = (await this.links.linkedTopics(communityId, most / 2)).filter((id) => !known.has(id));
    for (let at = 0; at < linked.length; at += PART) {
      const topics = await this.threads.topics(communityId, linked.slice(at, at + PART));
      yield { topics: topics.map(rememberedTopic) };
    }
  }

  /** The next of what has changed behind a place; null where there is nothing. */
  async since(communityId: string, place: MemoryPlace): Promise<MemoryPart | null> {
    const [entries, links] = await Promise.all([
      this.feed.since(communityId, place.revision, PART),
      this.links.since(communityId, place.links, LINKS),
    ]);
    if (entries.length + links.length === 0) return this.vectorsSince(communityId, place);
    const ids = (wanted: string): string[] =>
      entries.flatMap(({ kind, id, removed }) => (kind === wanted && !removed ? [id] : []));
    const [topics, articles] = await Promise.all([
      this.threads.topics(communityId, ids('TOPIC')),
      this.threads.articlesOf(communityId, ids('ARTICLE')),
    ]);
    const there = new Set([...topics, ...articles].map(({ id }) => id));
    return {
      place: {
        ...place,
        revision: entries.at(-1)?.revision ?? place.revision,
        links: links.at(-1)?.revision ?? place.links,
      },
      changes: {
        topics: topics.map(rememberedTopic),
        articles: articles.map(rememberedArticle),
        // Private by now, or gone again since: what is not among those that everybody may find.
        removed: entries.flatMap(({ kind, id }) =>
          (kind === 'TOPIC' || kind === 'ARTICLE') && !there.has(id) ? [id] : [],
        ),
        links: links.filter(({ removed }) => !removed).map(rememberedLink),
        unlinked: links.filter(({ removed }) => removed).map(linkKey),
      },
    };
  }

  /** Read when all else is known: of what is not there yet, they would be lost. */
  private async vectorsSince(communityId: string, place: MemoryPlace): Promise<MemoryPart | null> {
    if (place.vectors === null) return null;
    const vectors = await this.embeddings.since(communityId, place.vectors, VECTORS);
    const last = vectors.at(-1);
    return last ? { place: { ...place, vectors: last.revision }, changes: { vectors } } : null;
  }

  /** How many people said of topics and articles that they answered them. */
  async answered(communityId: string): Promise<MemoryChanges> {
    const answered = await this.reader.rows<{ id: string; count: number }>(
      communityId,
      sql`SELECT id, answered_me AS count FROM answered_counts WHERE community_id = ${communityId}
        ORDER BY answered_me DESC, id LIMIT ${ANSWERED}`,
    );
    return { answered };
  }
}
