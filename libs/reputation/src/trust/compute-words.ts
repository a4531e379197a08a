import type { Confirmed } from './confirmed.ts';
import type { Word } from './epoch.ts';

/**
 * Whose word counts how much, given who confirmed whom, and the members from whom all trust comes. A pure function: the
 * same in any order, and the same on every machine.
 */
export type ComputeWords = (confirmed: Iterable<Confirmed>, seeds: Iterable<string>) => ReadonlyMap<string, Word>;
