import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import sql from 'sql-template-tag';
import type { DocumentRef, SearchKind } from '../documents/search-document';
import type {
  CompletionRequest,
  Facets,
  FacetValue,
  SearchEngine,
  SearchFindings,
  SearchRequest,
} from '../engine/search-engine';
import { dictionaryOf } from './dictionaries';
import { Lexemes } from './lexemes';
import { Lexicon, type Entry } from './lexicon';
import { NameCompletion } from './query/name-completion';
import { parseQuery } from './query/parsed-query';
import { filtersOf, MOST_MATCHES, SearchPlanner, type LookedFor, type SearchPlan } from './query/search-plan';
import { lookUp } from './query/vocabulary-lookup';

interface Found {
  readonly total: number;
  readonly hits: readonly (readonly [SearchKind, string])[];
  readonly facets: Readonly<Record<keyof Facets, readonly FacetValue[]>> | null;
  /** Whether all that there is was looked at. */
  readonly complete: boolean;
}

const NOTHING = { hits: [], total: 0, isExact: true, words: [] };
const NO_FACETS: Facets = { topicKinds: [], statuses: [], resolutions: [], productIds: [], tagIds: [] };
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Finds things in PostgreSQL, in two statements: one to learn about the words, one to find. */
@Injectable()
export class PostgresEngine implements SearchEngine {
  readonly name = 'POSTGRES';

  private readonly lexicon = new Lexicon();
  private readonly names: NameCompletion;

  constructor(private readonly reader: Reader) {
    this.names = new NameCompletion(reader);
  }

  async search(request: SearchRequest): Promise<SearchFindings> {
    const plan = await this.plan(request);
    if (!plan) return { ...NOTHING, facets: request.facets ? NO_FACETS : null };
    const found = await this.find(request, plan);
    return {
      hits: found.hits.map(([kind, id]): DocumentRef => ({ kind, id })),
      total: found.total,
      isExact: found.complete && found.total < MOST_MATCHES,
      facets: found.facets,
      words: plan.words,
    };
  }

  complete(request: CompletionRequest): Promise<string[]> {
    return this.names.complete(request);
  }

  private async plan(request: SearchRequest): Promise<SearchPlan | null> {
    const sought = await this.look(request);
    if (sought.words.length === 0 && sought.phrases.length === 0) return null;
    const lexemes = new Lexemes(request.communityId);
    const last = sought.words.at(-1);
    const known = await lookUp(this.reader, lexemes, {
      communityId: request.communityId,
      entries: sought.words,
      beginning: sought.open && last ? last.word : null,
      filters: filtersOf(request).flat(),
    });
    return new SearchPlanner(lexemes, request, known, sought).plan();
  }

  /** What was typed, word by word as the index knows them. */
  private async look({ text, locale }: SearchRequest): Promise<LookedFor> {
    const { words, phrases, excluded, open } = parseQuery(text);
    const all = [...words, ...phrases.flat(), ...excluded.flat()];
    const source = { rows: this.reader.globalRows.bind(this.reader) };
    const lexicon = await this.lexicon.learn(source, dictionaryOf(locale), all);
    const entries = (some: readonly string[]): Entry[] =>
      some.flatMap((word) => lexicon.get(word) ?? []).filter(({ word }) => word);
    return { words: entries(words), phrases: phrases.map(entries), excluded: excluded.map(entries), open };
  }

  private async find({ communityId, reader, facets, offset, limit }: SearchRequest, plan: SearchPlan): Promise<Found> {
    const memberId = reader.memberId && UUID.test(reader.memberId) ? reader.memberId : null;
    const row = await this.reader.row<{ found: Found }>(
      communityId,
      sql`SELECT search_find(${plan.bounded}::tsquery[], ${plan.levels.map(({ matches }) => matches)}::tsquery[],
        ${plan.levels.map(({ ranks }) => ranks)}::tsquery[][], ${plan.terms}::tsquery[], ${plan.exact}::tsquery[],
        ${plan.any}::tsquery, ${reader.seesAll}::boolean, ${memberId}::uuid, ${offset}::int, ${limit}::int,
        ${facets}::boolean) AS found`,
    );
    return row?.found ?? { total: 0, hits: [], facets: null, complete: true };
  }
}
