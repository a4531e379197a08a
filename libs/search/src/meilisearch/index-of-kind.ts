import type { SearchKind } from '../documents/search-document';
import type { IndexName } from './index-settings';

/** Where documents of a kind are. */
export const INDEX_OF_KIND = {
  TOPIC: 'topics',
  ARTICLE: 'articles',
  MEMBER: 'members',
  TAG: 'tags',
  PRODUCT: 'products',
} as const satisfies Record<SearchKind, IndexName>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What goes into a filter or a key: nothing that anybody typed. @throws TypeError */
export function uuid(value: string): string {
  if (!UUID.test(value)) throw new TypeError('An id must be a UUID.');
  return value;
}

/** The primary key of a document: ids are unique in their community only. */
export function documentKey(communityId: string, id: string): string {
  return `${uuid(communityId)}_${uuid(id)}`;
}
