import sql from 'sql-template-tag';
import type { Tx } from '@app/database';
import { fold } from '../words/fold';
import { isUnspaced } from '../words/words-of';

/** A word as it is indexed. */
export interface Entry {
  /** Folded. */
  readonly word: string;
  /** What it shares with its other forms, folded; null where that is the word itself. */
  readonly stem: string | null;
  /** Says nothing by itself in its language. */
  readonly stop: boolean;
}

/** Remembering all words of a community costs less than asking for them again; of very many communities it would not. */
const MOST = 200_000;

/** What words become in a language. The database's own stemmers say so; what they said is remembered. */
export class Lexicon {
  private readonly dictionaries = new Map<string, Map<string, Entry>>();
  private size = 0;

  /**
   * The entries of these words, and of many more.
   * @param dictionary as `dictionaryOf` names it
   * @param words in lower case, with accents
   */
  async learn(tx: Pick<Tx, 'rows'>, dictionary: string, words: Iterable<string>): Promise<ReadonlyMap<string, Entry>> {
    const known = this.dictionary(dictionary);
    const unknown = new Set<string>();
    for (const word of words) if (!known.has(word)) unknown.add(word);
    if (unknown.size === 0) return known;
    const stems = await this.stems(tx, dictionary, [...unknown]);
    for (const word of unknown) known.set(word, entryOf(word, stems.get(word)));
    this.size += unknown.size;
    return known;
  }

  private dictionary(name: string): Map<string, Entry> {
    if (this.size > MOST) {
      this.dictionaries.clear();
      this.size = 0;
    }
    const known = this.dictionaries.get(name) ?? new Map<string, Entry>();
    this.dictionaries.set(name, known);
    return known;
  }

  private async stems(tx: Pick<Tx, 'rows'>, dictionary: string, words: string[]): Promise<Map<string, string | null>> {
    const stemmed = words.filter((word) => !isUnspaced(word));
    if (dictionary === 'simple' || stemmed.length === 0) return new Map();
    const rows = await tx.rows<{ word: string; stem: string | null }>(sql`
      SELECT w.word, CASE WHEN w.stems IS NULL THEN w.word ELSE w.stems[1] END AS stem FROM (
        SELECT x.word, ts_lexize(s.oid::regdictionary, x.word) AS stems FROM unnest(${stemmed}::text[]) AS x (word)
        LEFT JOIN pg_ts_dict s ON s.dictname = ${dictionary} AND s.dictnamespace = 'pg_catalog'::regnamespace) w`);
    return new Map(rows.map(({ word, stem }) => [word, stem]));
  }
}

/** @param stem null of a word that says nothing */
function entryOf(raw: string, stem: string | null | undefined): Entry {
  const word = fold(raw);
  const folded = typeof stem === 'string' ? fold(stem) : word;
  return { word, stem: folded === word || folded === '' ? null : folded, stop: stem === null };
}
