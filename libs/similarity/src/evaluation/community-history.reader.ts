import { Injectable } from '@nestjs/common';
import { ReplyLinksReader, type FollowedLink } from '../links/reply-links.reader';
import { rememberedArticle } from '../texts/remembering';
import { ThreadsReader, type TopicText } from '../texts/threads.reader';
import type { History, PastArticle, PastLink, PastThread } from './history';

const LINKS = 1_000;

/** Which topics are read. */
export interface HistoryWish {
  /** Only those of this language, BCP 47; all where it is null. */
  readonly locale: string | null;
  /** So many at most, the most recently active ones; all where it is left out. */
  readonly most?: number;
  readonly signal: AbortSignal;
  /** Told now and then how many topics were read. */
  readonly onProgress: (topics: number) => void;
}

/** What a community went through, and what has which number in it. */
export interface CommunityHistory {
  readonly history: History;
  readonly threads: ReadonlyMap<string, number>;
  readonly articles: ReadonlyMap<string, number>;
}

/** Reads what a community went through, to let it happen again. */
@Injectable()
export class CommunityHistoryReader {
  constructor(
    private readonly texts: ThreadsReader,
    private readonly links: ReplyLinksReader,
  ) {}

  /** Links are those that were found in replies. @throws AbortError where the signal stopped it */
  async read(communityId: string, wish: HistoryWish): Promise<CommunityHistory> {
    const threads = await this.threads(communityId, wish);
    const articles: PastArticle[] = [];
    for await (const some of this.texts.articles(communityId)) articles.push(...some.map(rememberedArticle));
    const numbers = {
      threads: new Map(threads.map(({ id }, number) => [id, number])),
      articles: new Map(articles.map(({ id }, number) => [id, number])),
    };
    const links = { ARTICLE: new Map<string, PastLink>(), TOPIC: new Map<string, PastLink>() };
    for await (const link of this.followed(communityId)) {
      const from = numbers.threads.get(link.fromTopicId);
      const to = (link.targetKind === 'TOPIC' ? numbers.threads : numbers.articles).get(link.targetId);
      if (from === undefined || to === undefined) continue;
      keepFirst(links[link.targetKind], { at: link.at.getTime(), from, to });
    }
    return {
      ...numbers,
      history: historyOf({ threads, articles }, [...links.ARTICLE.values()], [...links.TOPIC.values()]),
    };
  }

  private async threads(communityId: string, { locale, most, signal, onProgress }: HistoryWish): Promise<PastThread[]> {
    const threads: PastThread[] = [];
    for await (const topics of this.texts.latest(communityId, most ?? Number.MAX_SAFE_INTEGER)) {
      signal.throwIfAborted();
      threads.push(...topics.filter((topic) => locale === null || topic.locale === locale).map(pastThread));
      onProgress(threads.length);
    }
    return threads.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  }

  private async *followed(communityId: string): AsyncGenerator<FollowedLink> {
    for (let revision = 0; ;) {
      const links = await this.links.since(communityId, revision, LINKS);
      if (links.length === 0) return;
      revision = links.at(-1)!.revision;
      yield* links.filter(({ removed }) => !removed);
    }
  }
}

/** A history with these links: in order of time, without those between topics of one asker, which say little to others. */
export function historyOf(
  { threads, articles }: Pick<History, 'threads' | 'articles'>,
  articleLinks: readonly PastLink[],
  threadLinks: readonly PastLink[],
): History {
  const inOrder = (links: readonly PastLink[]): PastLink[] =>
    links.toSorted((a, b) => a.at - b.at || a.from - b.from || a.to - b.to);
  const others = threadLinks.filter(({ from, to }) => threads[from]!.author !== threads[to]!.author);
  return { threads, articles, articleLinks: inOrder(articleLinks), threadLinks: inOrder(others) };
}

/** Keeps, of links from one place to another, the first. */
export function keepFirst(links: Map<string, PastLink>, link: PastLink): void {
  const key = `${link.from} ${link.to}`;
  const known = links.get(key);
  if (!known || link.at < known.at) links.set(key, link);
}

function pastThread({ id, createdAt, authorId, title, body, replies }: TopicText): PastThread {
  const at = createdAt.getTime();
  return {
    id,
    at,
    author: authorId,
    title,
    body,
    replies: replies
      .filter(({ byAsker }) => !byAsker)
      .map(({ at: said, text }) => ({ at: Math.max(said.getTime(), at), text })),
  };
}
