import type { Entry } from '../lexicon';
import { isUnspaced } from '../../words/words-of';
import { titleWord, type Lexemes } from '../lexemes';
import { allOf, anyOf, beginningWith, lexeme } from './ts-query';
import { typosAllowed, typosBetween, typosOfBeginning } from './typo-distance';
import type { CountedWord, KnownWords } from './vocabulary-lookup';

/** One word of a query, with all that may stand for it. */
export interface Term {
  /** As typed, its stem, and what it may be the beginning of. */
  readonly exact: readonly string[];
  /** What may have been meant. */
  readonly corrected: readonly string[];
  /** What is called otherwise, each in one or more words. */
  readonly synonyms: readonly (readonly string[])[];
  /** A single letter of a script without spaces stands for all that begins with it. */
  readonly begins: boolean;
  /** Says nothing by itself: it is then looked for in titles only. */
  readonly stop: boolean;
  /** In about how many documents any of it is; null where nobody counts. */
  readonly count: number | null;
  /** The same of titles. */
  readonly titles: number;
}

/** A corrected word is used where it is so many times as frequent as the word that was typed. */
const MORE_FREQUENT = 5;
const MOST_CORRECTIONS = 3;

/**
 * The terms of a query.
 * @param open whether the last one may be half a word
 */
export function termsOf(entries: readonly Entry[], known: KnownWords, open: boolean): Term[] {
  const typed = `_${entries.map(({ word }) => word).join('_')}_`;
  const synonyms = (word: string): (readonly string[])[] =>
    known.synonyms.flatMap((names) => {
      const said = names.filter((name) => typed.includes(`_${name.join('_')}_`));
      return said.some((name) => name.includes(word)) ? names.filter((name) => !said.includes(name)) : [];
    });
  return entries.map((entry, i) => ({
    ...termOf(entry, known, open && i === entries.length - 1),
    synonyms: synonyms(entry.word),
  }));
}

function termOf(entry: Entry, known: KnownWords, last: boolean): Omit<Term, 'synonyms'> {
  const count = (word: string): number => known.texts.get(word) ?? 0;
  const unspaced = isUnspaced(entry.word);
  const beginnings = last ? known.beginnings.filter(({ word }) => word !== entry.word) : [];
  const own = count(entry.word) + (entry.stem ? count(entry.stem) : 0);
  const all = own + sum(beginnings);
  const corrected = unspaced ? [] : corrections(entry.word, known.alike.get(entry.word) ?? [], { own: all, last });
  const exact = [entry.word, ...(entry.stem ? [entry.stem] : []), ...beginnings.map(({ word }) => word)];
  return {
    exact,
    corrected: corrected.map(({ word }) => word),
    begins: unspaced && Array.from(entry.word).length === 1,
    stop: entry.stop,
    count: unspaced ? null : all + sum(corrected),
    titles: [...exact, ...corrected.map(({ word }) => word)].reduce((n, word) => n + (known.titles.get(word) ?? 0), 0),
  };
}

function corrections(
  typed: string,
  alike: readonly CountedWord[],
  { own, last }: { own: number; last: boolean },
): CountedWord[] {
  const likely = alike
    .filter(({ word, count }) => word !== typed && count >= Math.max(1, own * MORE_FREQUENT))
    .map((one) => ({ ...one, typos: last ? typosOfBeginning(typed, one.word) : typosBetween(typed, one.word) }));
  const least = Math.min(...likely.map(({ typos }) => typos));
  if (least > typosAllowed(typed) + (last ? 0.5 : 0)) return [];
  return likely
    .filter(({ typos }) => typos === least)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_CORRECTIONS);
}

function sum(words: readonly CountedWord[]): number {
  return words.reduce((total, { count }) => total + count, 0);
}

/** Where any of what a term stands for is. */
export function termQuery(lexemes: Lexemes, term: Term, options: { weights?: string; exact?: boolean } = {}): string {
  const name = (word: string): string => lexemes.of(term.stop ? titleWord(word) : word);
  const one = (word: string): string => lexeme(name(word), options.weights);
  return anyOf([
    ...term.exact.map(one),
    ...(term.begins ? [beginningWith(name(term.exact[0] ?? ''), options.weights)] : []),
    ...term.synonyms.map((words) => allOf(words.map(one))),
    ...(options.exact ? [] : term.corrected.map(one)),
  ]);
}

/** Where any of what a term stands for is in the title. */
export function titleQuery(lexemes: Lexemes, term: Term): string {
  return anyOf([...term.exact, ...term.corrected].map((word) => lexeme(lexemes.of(titleWord(word)))));
}

/** Words that follow each other; in between, those that say nothing are counted, not looked for. */
export function phraseQuery(lexemes: Lexemes, phrase: readonly Entry[], weights = ''): string {
  let query = '';
  let gap = 0;
  for (const { word, stop } of phrase) {
    gap++;
    if (stop) continue;
    query = query ? `${query} <${gap}> ${lexeme(lexemes.of(word), weights)}` : lexeme(lexemes.of(word), weights);
    gap = 0;
  }
  return query && `(${query})`;
}
