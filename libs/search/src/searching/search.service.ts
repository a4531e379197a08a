import { Injectable } from '@nestjs/common';
import { isStaff, type TopicEdges, type Viewer } from '@app/community';
import { EngineChain, type Answered } from '../engine/engine-chain';
import type { SearchFilters, SearchFindings, SearchRequest } from '../engine/search-engine';
import type { Hit, SearchResults } from './found';
import { HitsReader } from './hits.reader';
import { searchText } from './search-text';

/** So many hits can be paged through: nobody reads further, and every page costs the engine all pages before it. */
export const MOST_HITS = 1_000;
/** Asked for beyond a page, so that a few that are gone by now need no second question. */
const SPARE = 4;
/** How often a page is topped up. */
const MOST_ROUNDS = 3;

/** What somebody looks for. */
export interface Search {
  /** As typed: words, "phrases", -exclusions; the last word may be half a word. */
  readonly text: string;
  readonly kinds?: SearchRequest['kinds'];
  readonly filters?: SearchFilters;
  /** Hits before the page, below {@link MOST_HITS}. */
  readonly offset: number;
  readonly limit: number;
  /** Whether facets are wanted: they cost. */
  readonly facets?: boolean;
  /** What to bring along with topics. */
  readonly edges?: TopicEdges;
}

/** What is found where nothing is looked for. */
const NOTHING: SearchResults = {
  hits: [],
  more: false,
  end: 0,
  total: 0,
  isExact: true,
  facets: null,
  degraded: false,
  engine: 'POSTGRES',
  words: [],
};

/** One answer of the engine, those of its hits that still stand, and where the next answer would begin. */
interface Round {
  readonly answered: Answered<SearchFindings>;
  readonly hits: readonly Hit[];
  readonly end: number;
  /** Whether the engine has no more. */
  readonly exhausted: boolean;
}

/** Finds topics and articles: an engine says which, the database says whether the viewer may see them now. */
@Injectable()
export class SearchService {
  constructor(
    private readonly engines: EngineChain,
    private readonly reader: HitsReader,
  ) {}

  /** One page of what was found. Where more is gone than a few rounds make up for, the page is shorter. */
  async search(viewer: Viewer, search: Search): Promise<SearchResults> {
    if (!searchText(search.text)) return NOTHING;
    const first = await this.round(viewer, search);
    const hits = [...first.hits];
    let last = first;
    for (let rounds = 1; hits.length <= search.limit && !last.exhausted && rounds < MOST_ROUNDS; rounds++) {
      last = await this.round(viewer, { ...search, offset: last.end, facets: false });
      hits.push(...last.hits);
    }
    const { answer, degraded, engine } = first.answered;
    const page = hits.slice(0, search.limit);
    const full = hits.length > search.limit;
    return {
      hits: page,
      more: full || !last.exhausted,
      end: (full && page.at(-1)?.next) || last.end,
      total: answer.total,
      isExact: answer.isExact,
      facets: answer.facets,
      degraded,
      engine,
      words: answer.words,
    };
  }

  private async round(viewer: Viewer, search: Search): Promise<Round> {
    const request = requestOf(viewer, search);
    const answered = await this.engines.search(request);
    const refs = answered.answer.hits;
    const found = await this.reader.read(viewer, refs, search.edges);
    const end = search.offset + refs.length;
    return {
      answered,
      hits: refs.flatMap(({ id }, i) => {
        const thing = found.get(id);
        return thing ? [{ ...thing, next: search.offset + i + 1 }] : [];
      }),
      end,
      exhausted: refs.length < request.limit || end >= MOST_HITS,
    };
  }
}

function requestOf(viewer: Viewer, search: Search): SearchRequest {
  const { communityId, community, memberId } = viewer;
  const { text, kinds = ['TOPIC', 'ARTICLE'], filters = {}, offset, limit, facets = false } = search;
  return {
    communityId,
    text: searchText(text),
    locale: community.locale,
    kinds,
    filters,
    reader: { seesAll: isStaff(viewer), memberId },
    offset,
    limit: Math.min(limit + 1 + SPARE, MOST_HITS - offset),
    facets,
  };
}
