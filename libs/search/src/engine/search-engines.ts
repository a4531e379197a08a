import type { SearchEngine } from './search-engine';

/** The engines that a process asks, the preferred one first. */
export const SEARCH_ENGINES = Symbol('search engines');

/** See {@link SEARCH_ENGINES}: at least one, whose index is always complete stands last. */
export type SearchEngines = readonly [SearchEngine, ...SearchEngine[]];
