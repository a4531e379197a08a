import type { Viewer } from '@app/community';
import { SearchService, type Search } from '@app/search';
import { Similarity, type LikeTopic, type SimilarityFindings } from '@app/similarity';
import { Candidates } from './candidates';

/** Likeness that finds what it is told to. */
class ToldSimilarity extends Similarity {
  findings: SimilarityFindings = { basis: 'LEARNED', version: 1, complete: true, topics: 10, candidates: [] };

  async suggest(): Promise<SimilarityFindings> {
    return this.findings;
  }

  async related(): Promise<SimilarityFindings> {
    return this.findings;
  }

  async threadsLike(): Promise<LikeTopic[]> {
    return [];
  }
}

describe('Candidates', () => {
  it.each([
    ['all is known', { complete: true, topics: 10 }, false],
    ['enough is known, the rest is being read', { complete: false, topics: 5_000 }, false],
    ['little is known yet', { complete: false, topics: 4_999 }, true],
    ['nothing was learned', { complete: true, topics: 100_000, basis: 'WORDS' as const }, true],
  ])('where %s asks the search engine: %j %s', async (_, findings, asks) => {
    const similarity = new ToldSimilarity();
    similarity.findings = { ...similarity.findings, ...findings };
    const searched: Search[] = [];
    const search: SearchService = Object.assign(Object.create(SearchService.prototype), {
      search: async (__: Viewer, one: Search) => {
        searched.push(one);
        return { hits: [], words: [] };
      },
    });
    const viewer: Viewer = Object.assign(Object.create(null), { communityId: 'community' });
    await new Candidates(similarity, search).find(viewer, { title: 'There', first: 5 });
    expect(searched.map(({ text }) => text)).toEqual(asks ? ['There'] : []);
  });
});
