import type { SimilarCandidate, SimilarityFindings } from '@app/similarity';
import { LiveSimilarity } from '../../libs/similarity/src/serving/live-similarity';

const WITHOUT: SimilarCandidate['because'] = { threads: [], likeness: 0.9, sharedWords: [], links: 0, solved: false };

/** A topic or an article as what was learned gives it. */
export function alike(
  kind: SimilarCandidate['kind'],
  id: string,
  { confidence = 0.4, ...because }: Partial<SimilarCandidate['because']> & { confidence?: number } = {},
): SimilarCandidate {
  return { kind, id, score: 1, confidence, because: { ...WITHOUT, ...because } };
}

/** What is alike is not what these tests are about: they say what a community that has learned finds, and in which order. */
export function findAlike(candidates: () => readonly SimilarCandidate[]): jest.SpyInstance {
  return jest.spyOn(LiveSimilarity.prototype, 'suggest').mockImplementation(async (): Promise<SimilarityFindings> => ({
    basis: 'LEARNED',
    version: 1,
    complete: true,
    topics: 0,
    candidates: candidates(),
  }));
}
