import { DomainError } from '@app/kernel';

/** A thing that a change has made or touched; NOT_FOUND where the viewer does not see it (any more). */
export function found<Thing>(thing: Thing | null, what: string): Thing {
  if (thing === null) throw DomainError.notFound(what);
  return thing;
}
