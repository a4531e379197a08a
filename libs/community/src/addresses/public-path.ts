import { GlobalId } from '@app/kernel';

/** What has a page of its own, or a place on one, with what its address is made of. */
export type PublicPlace =
  | { readonly thing: 'Topic'; readonly code: string; readonly slug: string }
  | {
      readonly thing: 'Answer' | 'Comment';
      readonly communityId: string;
      readonly id: string;
      readonly topic: { readonly code: string; readonly slug: string };
    }
  | { readonly thing: 'Member'; readonly handle: string }
  | { readonly thing: 'Product'; readonly slug: string }
  | { readonly thing: 'Article'; readonly slug: string };

/**
 * The path of the page that a thing has under PUBLIC_URL: the one place that says where people read what the API
 * serves. Answers and comments are places on the page of their topic, named by their ids.
 * @param community its name in addresses
 */
export function publicPathOf(community: string, place: PublicPlace): string {
  const path = (...parts: string[]): string => ['/c', ...[community, ...parts].map(encodeURIComponent)].join('/');
  switch (place.thing) {
    case 'Topic':
      return path('topics', place.code, place.slug);
    case 'Answer':
    case 'Comment':
      return `${path('topics', place.topic.code, place.topic.slug)}#${GlobalId.encode(place.thing, place.communityId, place.id)}`;
    case 'Member':
      return path('people', place.handle);
    case 'Product':
      return path('products', place.slug);
    case 'Article':
      return path('articles', place.slug);
  }
}
