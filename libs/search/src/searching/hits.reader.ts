import { Injectable } from '@nestjs/common';
import { ArticlesReader, TopicsReader, type TopicEdges, type Viewer } from '@app/community';
import type { DocumentRef } from '../documents/search-document';
import type { FoundThing } from './found';

/** Reads what an engine found from the database: an index may be stale, the database is what holds. */
@Injectable()
export class HitsReader {
  constructor(
    private readonly topics: TopicsReader,
    private readonly articles: ArticlesReader,
  ) {}

  /** By id: those that stand in the viewer's lists now. */
  async read(
    viewer: Viewer,
    refs: readonly DocumentRef[],
    edges?: TopicEdges,
  ): Promise<ReadonlyMap<string, FoundThing>> {
    const topicIds = refs.filter(({ kind }) => kind === 'TOPIC').map(({ id }) => id);
    const articleIds = refs.filter(({ kind }) => kind === 'ARTICLE').map(({ id }) => id);
    const [topics, articles] = await Promise.all([
      topicIds.length > 0 ? this.topics.listed(viewer, topicIds, edges) : [],
      Promise.all(articleIds.map((id) => this.articles.load(viewer, id))),
    ]);
    return new Map<string, FoundThing>([
      ...topics.map((row) => [row.id, { kind: 'TOPIC', row }] as const),
      // A draft that staff know of is not found by them either: it is in their list of articles.
      ...articles.flatMap((row) => (row?.state === 'PUBLISHED' ? [[row.id, { kind: 'ARTICLE', row }] as const] : [])),
    ]);
  }
}
