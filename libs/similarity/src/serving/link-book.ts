import type { ArticleRanker } from '../ranking/article-ranker.ts';
import { RelatedRanker } from '../ranking/related-ranker.ts';
import type { ArticleShelf } from './article-shelf.ts';
import type { RememberedLink } from './remembered.ts';
import type { TopicNumbers } from './topic-numbers.ts';

/** Who pointed from where to what, by ids: told to the rankers anew whenever numbers or links have changed. */
export class LinkBook {
  private readonly links = new Map<string, RememberedLink>();
  private readonly duplicates = new Map<string, number>();

  get bytes(): number {
    return this.links.size * 400;
  }

  put(link: RememberedLink): void {
    this.remove(link.key);
    this.links.set(link.key, link);
    if (link.duplicate) this.duplicates.set(link.to, this.duplicatesOf(link.to) + 1);
  }

  remove(key: string): void {
    const link = this.links.get(key);
    this.links.delete(key);
    if (link?.duplicate) this.duplicates.set(link.to, this.duplicatesOf(link.to) - 1);
  }

  /** How many topics were said to be the same as this one. */
  duplicatesOf(topicId: string): number {
    return this.duplicates.get(topicId) ?? 0;
  }

  /** Topics that links come from or lead to: those of the latest links, up to `most`. */
  latestTopics(most: number): Set<string> {
    const topics = new Set<string>();
    for (const { from, kind, to } of [...this.links.values()].sort((a, b) => b.at - a.at)) {
      if (topics.size >= most) break;
      topics.add(from);
      if (kind === 'TOPIC') topics.add(to);
    }
    return topics;
  }

  linkArticles(ranker: ArticleRanker, topics: TopicNumbers, articles: ArticleShelf): void {
    ranker.unlink();
    for (const [from, to] of this.pairs('ARTICLE')) {
      const [thread, article] = [topics.numberOf(from), articles.numberOf(to)];
      if (thread !== undefined && article !== undefined) ranker.link(thread, article);
    }
  }

  relatedRanker(topics: TopicNumbers): RelatedRanker {
    const ranker = new RelatedRanker(topics.memory);
    for (const [from, to, at] of this.pairs('TOPIC')) {
      const [thread, linked] = [topics.numberOf(from), topics.numberOf(to)];
      if (thread !== undefined && linked !== undefined) ranker.link(thread, linked, at);
    }
    return ranker;
  }

  /** From where to where, each once however often it was said there, with when it was said first. */
  private pairs(wanted: RememberedLink['kind']): [from: string, to: string, at: number][] {
    const pairs = new Map<string, [string, string, number]>();
    for (const { from, kind, to, at } of this.links.values()) {
      if (kind !== wanted || from === to) continue;
      const key = `${from} ${to}`;
      const known = pairs.get(key);
      if (!known || at < known[2]) pairs.set(key, [from, to, at]);
    }
    return [...pairs.values()];
  }
}
