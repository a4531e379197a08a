import { RESOLUTIONS, TOPIC_KINDS, TOPIC_STATUSES } from '@app/community';
import type { SearchFilters, SearchReaderScope, SearchRequest } from '../engine/search-engine';
import { uuid } from './index-of-kind';

/** All of these; of a list in it, any. */
export type MirrorFilter = (string | string[])[];

/** Only what the reader of a community may find. Of what callers give, only ids and known words get in. */
export function readerFilter(communityId: string, reader: SearchReaderScope): MirrorFilter {
  const community = inCommunity(communityId);
  if (reader.seesAll) return [community];
  const seen = ['visibility = PUBLIC'];
  if (reader.memberId !== null) seen.push(`author_id = "${uuid(reader.memberId)}"`);
  return [community, seen];
}

/** The documents of a community. */
export function inCommunity(communityId: string): string {
  return `community_id = "${uuid(communityId)}"`;
}

/** What a search among topics, or among articles, is narrowed to; null where nothing can fit. */
export function searchFilter(request: SearchRequest, kind: 'TOPIC' | 'ARTICLE'): MirrorFilter | null {
  const { filters } = request;
  if (kind === 'ARTICLE' && hasTopicFilters(filters)) return null;
  const narrowed = [
    anyOf('topic_kind', words(filters.topicKinds, TOPIC_KINDS)),
    anyOf('status', words(filters.statuses, TOPIC_STATUSES)),
    anyOf('resolution', words(filters.resolutions, RESOLUTIONS)),
    anyOf('product_ids', filters.productIds?.map(uuid)),
    anyOf('tag_ids', filters.tagIds?.map(uuid)),
  ];
  return [
    ...readerFilter(request.communityId, request.reader),
    ...narrowed.flatMap((filter) => (filter ? [filter] : [])),
  ];
}

function hasTopicFilters({ topicKinds, statuses, resolutions, tagIds }: SearchFilters): boolean {
  return [topicKinds, statuses, resolutions, tagIds].some((list) => list !== undefined && list.length > 0);
}

function words<Word extends string>(given: readonly Word[] | undefined, known: readonly Word[]): string[] | undefined {
  if (given?.some((word) => !known.includes(word))) throw new TypeError('A filter must be one of the known words.');
  return given ? [...given] : undefined;
}

function anyOf(field: string, values: readonly string[] | undefined): string[] | null {
  return values && values.length > 0 ? values.map((value) => `${field} = "${value}"`) : null;
}
