import sql from 'sql-template-tag';
import type { Reader } from '@app/database';
import { wholeName, type Lexemes } from '../lexemes';
import type { Entry } from '../lexicon';
import { anyOf, lexeme } from './ts-query';
import { typosAllowed } from './typo-distance';

/** A word of the vocabulary, and in about how many documents it is. */
export interface CountedWord {
  readonly word: string;
  readonly count: number;
}

/** What a community's vocabulary says about the words of a query. */
export interface KnownWords {
  /** In how many documents, by word. */
  readonly texts: ReadonlyMap<string, number>;
  /** In how many titles, by word. */
  readonly titles: ReadonlyMap<string, number>;
  /** How many documents have what a filter asks for, or are of a band. */
  readonly bands: ReadonlyMap<string, number>;
  /** Words that begin as the last one does, most frequent first. */
  readonly beginnings: readonly CountedWord[];
  /** Words that look like a rare one, by that one. */
  readonly alike: ReadonlyMap<string, readonly CountedWord[]>;
  /** Each the names of one tag, word by word. */
  readonly synonyms: readonly (readonly (readonly string[])[])[];
}

/** What is to be looked up. */
export interface VocabularyQuestion {
  readonly communityId: string;
  readonly entries: readonly Entry[];
  /** What the last word begins with, where it may be half a word. */
  readonly beginning: string | null;
  readonly filters: readonly string[];
}

interface Row {
  readonly role: 'TEXT' | 'TITLE' | 'BAND' | 'BEGINNING' | 'ALIKE' | 'NAMES';
  readonly source: string;
  readonly word: string;
  readonly count: number;
  readonly names: string[] | null;
}

const LONGEST_NAME = 3;
/** Shorter beginnings say nothing. */
const SHORTEST_BEGINNING = 2;
/** Of a very long query, so many words are corrected and looked for as synonyms. */
const MOST_CORRECTED = 12;

/** Looks words up in the vocabulary of a community, all in one statement. */
export async function lookUp(reader: Reader, lexemes: Lexemes, question: VocabularyQuestion): Promise<KnownWords> {
  const { communityId, entries, filters, beginning } = question;
  const words = entries.flatMap(({ word, stem }) => (stem ? [word, stem] : [word]));
  const doubtful = entries.map(({ word }) => word).filter((word) => typosAllowed(word) > 0);
  const names = tagNames(entries.slice(0, MOST_CORRECTED).map(({ word }) => word));
  const rows = await reader.rows<Row>(
    communityId,
    sql`SELECT * FROM search_vocabulary(${words}::text[], ${doubtful.slice(0, MOST_CORRECTED)}::text[],
      ${beginning && beginning.length >= SHORTEST_BEGINNING ? beginning : null}::text, ${filters}::text[],
      ${anyOf(names.map((name) => lexeme(lexemes.of(name))))}::text)`,
  );
  return knownWords(rows);
}

/** As what a tag would be called that has one, two or three neighbouring words as its name. */
function tagNames(words: readonly string[]): string[] {
  return words.flatMap((_, from) =>
    Array.from({ length: Math.min(LONGEST_NAME, words.length - from) }, (_, more) =>
      wholeName('TAG', words.slice(from, from + more + 1)),
    ),
  );
}

function knownWords(rows: readonly Row[]): KnownWords {
  const counts = (role: Row['role']): ReadonlyMap<string, number> =>
    new Map(rows.filter((row) => row.role === role).map(({ word, count }) => [word, count]));
  const alike = new Map<string, CountedWord[]>();
  for (const { role, source, word, count } of rows)
    if (role === 'ALIKE') alike.set(source, [...(alike.get(source) ?? []), { word, count }]);
  return {
    texts: counts('TEXT'),
    titles: counts('TITLE'),
    bands: counts('BAND'),
    beginnings: rows.filter(({ role }) => role === 'BEGINNING').map(({ word, count }) => ({ word, count })),
    alike,
    synonyms: rows
      .filter(({ role }) => role === 'NAMES')
      .map(({ names }) => (names ?? []).map((name) => name.split(' '))),
  };
}
