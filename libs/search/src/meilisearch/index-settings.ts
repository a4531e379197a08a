import type { Settings } from 'meilisearch';

/**
 * Grows with each change of what follows, or of what is kept of a document: where an instance holds another version,
 * new indexes are built and swapped in.
 */
export const SETTINGS_VERSION = 1;

/** The texts of a document, the weightiest first. */
const TEXTS = ['title', 'official', 'solving', 'body', 'rest'] as const;

/** See {@link TEXTS}. */
export type TextField = (typeof TEXTS)[number];

/**
 * Languages whose Latin words are taken apart or folded in ways of their own; their texts stand in fields of their own,
 * such as `title_de`. Everything else is read alike in every language.
 */
const LANGUAGES = ['de', 'sv', 'tr'] as const;

/** The ending of a language's text fields. */
export function fieldSuffix(locale: string): string {
  const language = languageOf(locale);
  return language === null ? '' : `_${language}`;
}

/** The languages that a query in a locale is read as: always the same, since guesses differ between text and query. */
export function queryLocales(locale: string): string[] {
  const language = languageOf(locale);
  return language === null ? ['zh'] : [language, 'zh'];
}

function languageOf(locale: string): (typeof LANGUAGES)[number] | null {
  const [language] = locale.toLowerCase().split('-');
  return LANGUAGES.find((known) => known === language) ?? null;
}

/** All text fields, in the order of their weight. */
export const TEXT_FIELDS: string[] = TEXTS.flatMap((text) => [
  text,
  ...LANGUAGES.map((language) => `${text}_${language}`),
]);

/** What hits may be narrowed by and counted by. */
export const FACET_FIELDS = ['topic_kind', 'status', 'resolution', 'product_ids', 'tag_ids'] as const;

/** Without numbers of hits nobody pages through; counting them all the same. */
const MAX_HITS = 10_000;
/** Somebody waits: what is not ranked by then comes as it is. */
const CUTOFF_MS = 700;

const LOCALIZED = {
  localizedAttributes: [
    ...LANGUAGES.map((language) => ({ attributePatterns: [`*_${language}`], locales: [language, 'zh'] })),
    { attributePatterns: ['*'], locales: ['zh'] },
  ],
};

const COMMON: Settings = {
  ...LOCALIZED,
  pagination: { maxTotalHits: MAX_HITS },
  faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { '*': 'count' } },
  searchCutoffMs: CUTOFF_MS,
  facetSearch: false,
};

function equal(...attributePatterns: string[]): object {
  return { attributePatterns, features: { facetSearch: false, filter: { equality: true, comparison: false } } };
}

const REVISION = {
  attributePatterns: ['revision'],
  features: { facetSearch: false, filter: { equality: true, comparison: true } },
};

/** Of topics and of articles, the same, so that what both are worth can be compared. */
const TEXT_SETTINGS: Settings = {
  ...COMMON,
  searchableAttributes: TEXT_FIELDS,
  displayedAttributes: ['key', 'id', 'revision', ...TEXT_FIELDS],
  filterableAttributes: [
    equal('community_id', 'visibility', 'author_id', ...FACET_FIELDS),
    REVISION,
  ] as Settings['filterableAttributes'] & object,
  rankingRules: ['words', 'typo', 'proximity', 'attributeRank', 'exactness', 'solved:desc', 'demand:desc'],
};

/** Of members, tags and products. */
const NAME_SETTINGS: Settings = {
  ...COMMON,
  searchableAttributes: ['name', 'alias'],
  displayedAttributes: ['key', 'id', 'revision', 'names'],
  filterableAttributes: [equal('community_id', 'synonym_keys'), REVISION] as Settings['filterableAttributes'] & object,
  rankingRules: ['words', 'typo', 'exactness', 'attributeRank', 'weight:desc'],
};

/** How far each community has been mirrored. */
const STATE_SETTINGS: Settings = {
  searchableAttributes: [],
  filterableAttributes: [equal('community_id', 'ready')] as Settings['filterableAttributes'] & object,
};

/** Every index there is, by the name that follows the prefix. */
export const INDEX_SETTINGS = {
  topics: TEXT_SETTINGS,
  articles: TEXT_SETTINGS,
  members: NAME_SETTINGS,
  tags: NAME_SETTINGS,
  products: NAME_SETTINGS,
  state: STATE_SETTINGS,
} as const;

/** See {@link INDEX_SETTINGS}. */
export type IndexName = keyof typeof INDEX_SETTINGS;
/** See {@link INDEX_SETTINGS}. */
export const INDEX_NAMES = Object.keys(INDEX_SETTINGS) as IndexName[];
