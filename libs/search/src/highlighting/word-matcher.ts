import { fold } from '../words/fold';
import type { Span } from './segment';

const BEYOND_ASCII = /[^\0-\x7f]/;
const PLAIN_TOKENS = /[a-z0-9][a-z0-9']*/gi;
const TOKENS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu;
/** Scripts that are written without spaces: a word is looked for anywhere in a run of them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** A shorter word matches as a whole only, but for the one that is being typed. */
const SHORTEST_STEM = 3;
/** Two syllables of Hangul are a word, which particles follow. */
const SHORTEST_HANGUL = 2;
/** An ending may be so long, or as long as what it ends. */
const ENDING = 4;
/** So much may be missing of a word whose plural or past was looked for. */
const LEFT_OUT = 3;
/** What was looked for in one query; more say nothing. */
const MOST_WORDS = 64;

/** Finds words in texts, whatever their case, accents and endings. */
export class WordMatcher {
  private readonly words: readonly string[];
  private readonly typing: string;
  private readonly known = new Map<string, number>();

  /**
   * @param words folded, as an engine looked for them: whole words, stems, beginnings
   * @param typed what somebody typed: its last word may be the beginning of any word
   */
  constructor(words: readonly string[], typed: string) {
    this.words = [...new Set(words)].filter(Boolean).slice(0, MOST_WORDS);
    this.typing = /[\p{L}\p{N}\p{M}]$/u.test(typed) ? (fold(typed).match(/[\p{L}\p{N}\p{M}]+$/u)?.[0] ?? '') : '';
  }

  /** Where the words stand in a text, from its beginning; two may overlap in scripts without spaces. */
  spans(text: string): Span[] {
    const spans: Span[] = [];
    const plain = !BEYOND_ASCII.test(text);
    for (const { 0: token, index } of text.matchAll(plain ? PLAIN_TOKENS : TOKENS)) {
      if (!plain && UNSPACED.test(token)) spans.push(...this.inside(token, index));
      else {
        const word = this.wordOf(token);
        if (word >= 0) spans.push({ from: index, to: index + token.length, word });
      }
    }
    return spans;
  }

  private wordOf(token: string): number {
    let word = this.known.get(token);
    if (word === undefined) {
      // What follows an apostrophe is an ending: thunderbird's.
      const folded = fold(token).replace(/['’].*$/u, '');
      word = this.words.findIndex((one) => folded === one);
      if (word < 0)
        word = this.words.findIndex((one) => isFormOf(folded, one) || (one === this.typing && folded.startsWith(one)));
      this.known.set(token, word);
    }
    return word;
  }

  private inside(run: string, offset: number): Span[] {
    const { folded, places } = foldedWithPlaces(run);
    const spans: Span[] = [];
    for (const [word, one] of this.words.entries()) {
      // In a run of two scripts a short word of the other one would be found within longer ones.
      if (one.length < SHORTEST_STEM && !UNSPACED.test(one)) continue;
      for (let at = folded.indexOf(one); at >= 0; at = folded.indexOf(one, at + 1)) {
        spans.push({ from: offset + (places[at] ?? 0), to: offset + (places[at + one.length] ?? run.length), word });
      }
    }
    return spans.toSorted((a, b) => a.from - b.from || a.to - b.to);
  }
}

/**
 * Whether a folded token is the word with another ending: calendars of calendar, happy of its stem happi. What has
 * digits in it (a version, a code of an error) has no endings.
 */
function isFormOf(token: string, word: string): boolean {
  if (word.length < (/\p{Script=Hangul}/u.test(word) ? SHORTEST_HANGUL : SHORTEST_STEM) || /\p{N}/u.test(word))
    return false;
  if (token.startsWith(word)) return token.length - word.length <= Math.max(ENDING, word.length);
  if (token.length > SHORTEST_STEM && word.startsWith(token)) return word.length - token.length <= LEFT_OUT;
  return word.endsWith('i') && token.startsWith(`${word.slice(0, -1)}y`) && token.length === word.length;
}

/** A folded run, and where each of its code units stands in the run. */
function foldedWithPlaces(run: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const { segment } of graphemes.segment(run)) {
    const part = fold(segment);
    for (let i = 0; i < part.length; i++) places.push(at);
    folded += part;
    at += segment.length;
  }
  return { folded, places };
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
