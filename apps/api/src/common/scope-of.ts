import { DomainError, GlobalId, NO_COMMUNITY } from '@app/kernel';

/** What the arguments of an operation say about where it happens. */
export type ScopeOfArguments = { readonly communityId: string } | { readonly slug: string } | null;

function* idsIn(value: unknown, name: string): Generator<string> {
  if (typeof value === 'string' && (name === 'id' || name === 'ids' || /Ids?$/.test(name))) yield value;
  else if (Array.isArray(value)) for (const item of value) yield* idsIn(item, name);
  else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) yield* idsIn(inner, key);
  }
}

/**
 * The one community that all ids in the arguments belong to. Ids of two communities contradict each other, and
 * are answered as what the second one is to the first: absent.
 */
export function scopeOf(args: Record<string, unknown>): ScopeOfArguments {
  let communityId: string | undefined;
  for (const id of idsIn(args, '')) {
    const ref = GlobalId.parse(id);
    if (!ref) throw DomainError.invalid('This is not an id of this API: use an id as the API returned it.');
    if (ref.communityId === NO_COMMUNITY) continue;
    if (communityId && communityId !== ref.communityId) throw DomainError.notFound(ref.thing.toLowerCase());
    communityId = ref.communityId;
  }
  if (communityId) return { communityId };
  return typeof args['slug'] === 'string' ? { slug: args['slug'] } : null;
}
