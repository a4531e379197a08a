import type { FederatedMultiSearchParams, MultiSearchQueryWithFederation } from 'meilisearch';
import type { SearchRequest } from '../engine/search-engine';
import { FACET_FIELDS, fieldSuffix, queryLocales, TEXT_FIELDS } from './index-settings';
import { MATCH_END, MATCH_START } from './matched-words';
import { searchFilter } from './mirror-filter';
import type { MirrorTarget } from './mirror-target';
import { meiliQuery, type TypedQuery } from './typed-query';

/** Words around a match that come back: matches are of interest, not texts. */
const CROP = 5;
/** What was said otherwise is worth a little less than what was typed. */
const VARIANT_WEIGHT = 0.98;

/** One search over topics and articles with one order; null where nothing can fit. */
export function federatedSearch(
  target: MirrorTarget,
  request: SearchRequest,
  ways: readonly TypedQuery[],
): FederatedMultiSearchParams | null {
  const fitting = request.kinds.flatMap((kind) => {
    const filter = searchFilter(request, kind);
    return filter ? [{ kind, uid: target.uidOf(kind), filter }] : [];
  });
  if (fitting.length === 0) return null;
  const queries = ways.flatMap((way, place) =>
    fitting.map(({ uid, filter }): MultiSearchQueryWithFederation => ({
      ...formatOf(request.locale),
      indexUid: uid,
      q: meiliQuery(way),
      filter,
      matchingStrategy: 'frequency',
      federationOptions: { weight: place === 0 ? 1 : VARIANT_WEIGHT },
    })),
  );
  const facets = { facetsByIndex: facetsByIndex(fitting), mergeFacets: { maxValuesPerFacet: 100 } };
  const { offset, limit } = request;
  return { federation: { offset, limit, ...(request.facets ? facets : {}) }, queries };
}

function facetsByIndex(fitting: readonly { kind: 'TOPIC' | 'ARTICLE'; uid: string }[]): Record<string, string[]> {
  return Object.fromEntries(
    fitting.map(({ kind, uid }) => [uid, kind === 'TOPIC' ? [...FACET_FIELDS] : ['product_ids']]),
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
