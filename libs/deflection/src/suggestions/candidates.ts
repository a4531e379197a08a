import { Injectable, Logger } from '@nestjs/common';
import type { Viewer } from '@app/community';
import { fold, SearchService } from '@app/search';
import { Similarity, type SimilarCandidate, type SimilarityBasis, type SimilarityFindings } from '@app/similarity';
import type { SuggestionRequest } from './suggestion';

/** Something that may be suggested: the database has not been asked yet whether the viewer may see it. */
export interface Candidate extends Pick<SimilarCandidate, 'kind' | 'id' | 'confidence' | 'because'> {
  readonly basis: SimilarityBasis;
}

/** Asked for beyond what is shown, since some are gone by now, not for this viewer, or about other products. */
const SPARE = 5;
const SPARE_OF_PRODUCTS = 15;

/**
 * Topics among which what was learned finds whatever there is, while the older ones are still being read: the search engine
 * would be asked for beginnings of common words only, which is the slowest that it can be asked for.
 */
const ENOUGH_TOPICS = 5_000;

const WORD = /[\p{L}\p{N}]+/gu;

/** Of what only the search engine found nothing else is known. */
const FOUND = { threads: [], likeness: 0, sharedWords: [], links: 0, solved: false } as const;

/**
 * Finds what may be suggested: what is like what is being typed, and behind it, where a community is too young or
 * still being read, what the search engine finds for the title.
 */
@Injectable()
export class Candidates {
  private readonly logger = new Logger(Candidates.name);

  constructor(
    private readonly similarity: Similarity,
    private readonly search: SearchService,
  ) {}

  /** The best first; a source that does not answer leaves its part out: typing goes on without suggestions. */
  async find(viewer: Viewer, request: SuggestionRequest): Promise<Candidate[]> {
    const { title, first } = request;
    const most = first + (request.productIds?.length ? SPARE_OF_PRODUCTS : SPARE);
    const findings = await this.similarity
      .suggest(viewer.communityId, { title, body: request.body ?? '' }, most)
      .catch((error: unknown) => this.silent('Likeness', error));
    const alike = (findings?.candidates ?? []).map((one) => ({ ...one, basis: findings?.basis ?? 'WORDS' }));
    if (isSure(findings) || alike.length >= most) return alike;
    const known = new Set(alike.map(({ id }) => id));
    const found = await this.found(viewer, title, first);
    return [...alike, ...found.filter(({ id }) => !known.has(id))];
  }

  private async found(viewer: Viewer, text: string, limit: number): Promise<Candidate[]> {
    const results = await this.search
      .search(viewer, { text, offset: 0, limit, edges: { detail: 'card' } })
      .catch((error: unknown) => this.silent('Search', error));
    return (results?.hits ?? []).map(({ kind, row }) => ({
      kind,
      id: row.id,
      confidence: 0,
      because: { ...FOUND, sharedWords: sharedWith(row.title, results?.words ?? []) },
      basis: 'WORDS',
    }));
  }

  private silent(what: string, error: unknown): null {
    this.logger.warn(`${what} gives no suggestions: ${String(error)}`);
    return null;
  }
}

function isSure(findings: SimilarityFindings | null): boolean {
  return findings?.basis === 'LEARNED' && (findings.complete || findings.topics >= ENOUGH_TOPICS);
}

/** The words of a title that were looked for: what else was looked for may stand in the text, or in other things found. */
function sharedWith(title: string, words: readonly string[]): string[] {
  return (fold(title).match(WORD) ?? []).filter((word) => words.includes(word));
}
