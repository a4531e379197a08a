import type { FederatedMultiSearchParams, MultiSearchQueryWithFederation } from 'meilisearch';
import type { SearchRequest } from '../engine/search-engine';
import { FACET_FIELDS, fieldSuffix, queryLocales, TEXT_FIELDS } from './index-settings';
import { MATCH_END, MATCH_START } from './matched-words';
import { searchFilter, type MirrorFilter } from './mirror-filter';
import type { MirrorTarget } from './mirror-target';
import { meiliQuery, type TypedQuery } from './typed-query';

/** Words around a match that come back: matches are of interest, not texts. */
const CROP = 5;
/** What was said otherwise is worth a little less than what was typed. */
const VARIANT_WEIGHT = 0.98;

/** An index to search in, and what of it may be found. */
export interface SearchedIndex {
  readonly kind: 'TOPIC' | 'ARTICLE';
  readonly uid: string;
  readonly filter: MirrorFilter;
}

/** Where a request looks: nowhere, where nothing can fit. @throws TypeError where it names what is no id and no known word */
export function searchedIndexes(target: MirrorTarget, request: SearchRequest): SearchedIndex[] {
  return request.kinds.flatMap((kind) => {
    const filter = searchFilter(request, kind);
    return filter ? [{ kind, uid: target.uidOf(kind), filter }] : [];
  });
}

/** One search over topics and articles, with one order. */
export function federatedSearch(
  request: SearchRequest,
  indexes: readonly SearchedIndex[],
  ways: readonly TypedQuery[],
): FederatedMultiSearchParams {
  const queries = ways.flatMap((way, place) =>
    indexes.map(({ uid, filter }): MultiSearchQueryWithFederation => ({
      ...formatOf(request.locale),
      indexUid: uid,
      q: meiliQuery(way),
      filter,
      matchingStrategy: 'frequency',
      federationOptions: { weight: place === 0 ? 1 : VARIANT_WEIGHT },
    })),
  );
  const facets = { facetsByIndex: facetsByIndex(indexes), mergeFacets: { maxValuesPerFacet: 100 } };
  const { offset, limit } = request;
  return { federation: { offset, limit, ...(request.facets ? facets : {}) }, queries };
}

function facetsByIndex(indexes: readonly SearchedIndex[]): Record<string, string[]> {
  return Object.fromEntries(
    indexes.map(({ kind, uid }) => [uid, kind === 'TOPIC' ? [...FACET_FIELDS] : ['product_ids']]),
  );
}

/** Of texts only what matched comes back, and of other languages' fields nothing. */
function formatOf(locale: string): Partial<MultiSearchQueryWithFederation> {
  const suffix = fieldSuffix(locale);
  const fields = TEXT_FIELDS.filter((field) => !field.includes('_') || (suffix !== '' && field.endsWith(suffix)));
  return {
    locales: queryLocales(locale),
    attributesToRetrieve: ['id'],
    attributesToHighlight: fields,
    attributesToCrop: fields,
    cropLength: CROP,
    cropMarker: '',
    highlightPreTag: MATCH_START,
    highlightPostTag: MATCH_END,
  };
}
