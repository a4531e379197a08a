import type { SearchEngine } from '@app/search';
import type { CommunityHistory, PastEngine } from '@app/similarity';

/** So many topics are asked for, because those that came later are left out again. */
const ENOUGH = 200;
const NAMES = { POSTGRES: 'plain query, PostgreSQL', MEILISEARCH: 'plain query, Meilisearch' } as const;

/** A search engine of the installation, asked for the title as if it was typed into its box. */
export class IndexedEngine implements PastEngine {
  readonly name: string;

  constructor(
    private readonly engine: SearchEngine,
    private readonly community: { readonly id: string; readonly locale: string },
    private readonly past: CommunityHistory,
  ) {
    this.name = NAMES[engine.name];
  }

  async articles(title: string, count: number): Promise<number[]> {
    return numbersOf(await this.ids('ARTICLE', title, count), this.past.articles);
  }

  async threadsBefore(thread: number, title: string, count: number): Promise<number[]> {
    const numbers = numbersOf(await this.ids('TOPIC', title, ENOUGH), this.past.threads);
    return numbers.filter((number) => number < thread).slice(0, count);
  }

  private async ids(kind: 'TOPIC' | 'ARTICLE', text: string, limit: number): Promise<string[]> {
    const { hits } = await this.engine.search({
      communityId: this.community.id,
      locale: this.community.locale,
      text,
      kinds: [kind],
      filters: {},
      reader: { seesAll: false, memberId: null },
      offset: 0,
      limit,
      facets: false,
    });
    return hits.map(({ id }) => id);
  }
}

function numbersOf(ids: readonly string[], numbers: ReadonlyMap<string, number>): number[] {
  return ids.flatMap((id) => numbers.get(id) ?? []);
}
