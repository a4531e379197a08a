import type { Reader } from '@app/database';
import sql from 'sql-template-tag';
import { fold } from '../../words/fold';
import { typedWordsOf } from '../../words/words-of';
import type { CompletionRequest } from '../../engine/search-engine';
import { Lexemes, nameWord } from '../lexemes';
import { allOf, anyOf, beginningWith } from './ts-query';
import { typosAllowed, typosOfBeginning } from './typo-distance';

const LONGEST = 200;
const MOST_WORDS = 6;
const MOST_CORRECTIONS = 5;

/** Completes names: of each word that was typed, one of the name begins so. Where there are none such, with a typo. */
export class NameCompletion {
  constructor(private readonly reader: Reader) {}

  /** The ids of what is called so, best first. */
  async complete(request: CompletionRequest): Promise<string[]> {
    const words = typedWordsOf(request.text.slice(0, LONGEST)).map(fold).filter(Boolean).slice(0, MOST_WORDS);
    if (words.length === 0 || request.limit < 1) return [];
    const beginnings = words.map((word) => [word]);
    const found = await this.find(request, words.join(' '), beginnings);
    if (found.length > 0) return found;
    const corrected = await this.corrected(request, words);
    return corrected ? this.find(request, words.join(' '), corrected) : [];
  }

  /** @param words for each word that was typed, what one of a name may begin with */
  private async find(
    { communityId, kind, limit }: CompletionRequest,
    typed: string,
    words: readonly (readonly string[])[],
  ): Promise<string[]> {
    const lexemes = new Lexemes(communityId);
    const query = allOf(words.map((any) => anyOf(any.map((word) => beginningWith(lexemes.of(nameWord(kind, word)))))));
    const rows = await this.reader.rows<{ id: string }>(
      communityId,
      sql`SELECT n.id FROM search_names(${kind}, ${query}::tsquery, ${typed}, ${limit}::int) n`,
    );
    return rows.map(({ id }) => id);
  }

  /** Null where a word is like none. */
  private async corrected({ communityId, kind }: CompletionRequest, words: string[]): Promise<string[][] | null> {
    const rows = await this.reader.rows<{ source: string; word: string; count: number }>(
      communityId,
      sql`SELECT * FROM search_name_words(${kind}, ${words.filter((word) => typosAllowed(word) > 0)}::text[])`,
    );
    const corrected = words.map((typed) => [
      typed,
      ...rows
        .filter(({ source }) => source === typed)
        .map(({ word }) => ({ word, typos: typosOfBeginning(typed, word) }))
        .filter(({ typos }) => typos <= typosAllowed(typed) + 0.5)
        .toSorted((a, b) => a.typos - b.typos)
        .slice(0, MOST_CORRECTIONS)
        .map(({ word }) => word),
    ]);
    return corrected.some(({ length }) => length > 1) ? corrected : null;
  }
}
