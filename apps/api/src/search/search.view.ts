import { Injectable } from '@nestjs/common';
import type { ArticleRow, TopicRow, Viewer } from '@app/community';
import { GlobalId, pageRequest, type PageInfo } from '@app/kernel';
import { HitHighlights, SearchService, type Facets, type Highlight, type Hit, type SearchResults } from '@app/search';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../common/request-context';
import { Selection } from '../common/selection';
import { CARD_FIELDS } from '../common/shown-fields';
import { Authors } from '../topics/authors';
import { topicEdges } from '../topics/topic-edges';
import { SearchCursors } from './search-cursors';
import { SearchRecorder } from './search-recorder';
import type { SearchArgs } from './search.args';

/** A page of what was found, as the schema shows it. */
export interface SearchPage {
  readonly communityId: string;
  readonly edges: readonly SearchHit[];
  readonly nodes: readonly (TopicRow | ArticleRow)[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
  readonly isExact: boolean;
  /** Null where nobody asked for facets. */
  readonly counts: Facets | null;
  readonly degraded: boolean;
  /** Global. */
  readonly searchId: string;
}

/** A hit as the schema shows it. */
export interface SearchHit {
  readonly cursor: string;
  readonly node: TopicRow | ArticleRow;
  readonly highlights: readonly Highlight[];
}

const NOTHING: ReadonlyMap<string, readonly Highlight[]> = new Map();

/** The page that people open while they type: what was found with all that it shows, and nothing that was not asked for. */
@Injectable()
export class SearchView {
  constructor(
    private readonly service: SearchService,
    private readonly highlights: HitHighlights,
    private readonly authors: Authors,
    private readonly recorder: SearchRecorder,
  ) {}

  /** One page, recorded as a search if it is the first. */
  async load(viewer: Viewer, args: SearchArgs, context: RequestContext, info: GraphQLResolveInfo): Promise<SearchPage> {
    const page = pageRequest({ first: args.first, after: args.after });
    const { kinds, ...filters } = filtersOf(args);
    const cursors = new SearchCursors([args.query, kinds, filters]);
    const offset = cursors.decode(page.cursor);
    const asked = Selection.of(info);
    const topics = asked.nodes().without('Article');
    const found = await this.service.search(viewer, {
      text: args.query,
      kinds,
      filters,
      offset,
      limit: page.size,
      facets: asked.has('facets'),
      edges: topicEdges(topics),
    });
    const [marked] = await Promise.all([
      asked.below('edges').has('highlights') ? this.marked(viewer, found, args.query) : NOTHING,
      topics.has('author') ? this.attachAuthors(viewer, found.hits, topics) : null,
    ]);
    const searchId = this.recorder.note(context, viewer, { ...args, found, isFirst: offset === 0 });
    return pageOf(found, marked, { communityId: viewer.communityId, searchId, isFirst: offset === 0, cursors });
  }

  private marked(
    { communityId }: Viewer,
    { hits, words }: SearchResults,
    text: string,
  ): Promise<ReadonlyMap<string, readonly Highlight[]>> {
    const refs = hits.map(({ kind, row }) => ({ kind, id: row.id }));
    return this.highlights.of(communityId, refs, { words, text });
  }

  private async attachAuthors(viewer: Viewer, hits: readonly Hit[], asked: Selection): Promise<void> {
    const rows = hits.flatMap((hit) => (hit.kind === 'TOPIC' ? [hit.row] : []));
    await this.authors.attachTo(viewer, rows, [asked], asked.isWithin(CARD_FIELDS));
  }
}

/** What is null narrows nothing. */
function filtersOf({
  filters,
}: SearchArgs): Omit<NonNullable<SearchArgs['filters']>, 'kinds'> & { kinds?: ('TOPIC' | 'ARTICLE')[] } {
  return Object.fromEntries(Object.entries(filters ?? {}).filter(([, value]) => value !== null && value !== undefined));
}

interface Shown {
  readonly communityId: string;
  readonly searchId: string;
  readonly isFirst: boolean;
  readonly cursors: SearchCursors;
}

function pageOf(
  { hits, more, end, total, isExact, facets, degraded }: SearchResults,
  marked: ReadonlyMap<string, readonly Highlight[]>,
  { communityId, searchId, isFirst, cursors }: Shown,
): SearchPage {
  return {
    communityId,
    edges: hits.map(({ row, next }) => ({
      cursor: cursors.encode(next),
      node: row,
      highlights: marked.get(row.id) ?? [],
    })),
    nodes: hits.map(({ row }) => row),
    pageInfo: {
      hasNextPage: more,
      hasPreviousPage: !isFirst,
      startCursor: hits[0] ? cursors.encode(hits[0].next) : null,
      endCursor: more || hits.length > 0 ? cursors.encode(end) : null,
    },
    totalCount: total,
    isExact,
    counts: facets,
    degraded,
    searchId: GlobalId.encode('Search', communityId, searchId),
  };
}
