import sql from 'sql-template-tag';
import type { Tx } from '@app/database';
import { isUnspaced } from '../words/words-of';
import type { WordSpace } from './search-word.entity';

/** Up to here every document is counted; beyond, of each eight writes one, eight times. */
const EXACT = 500;
const SAMPLE = 8;

/** Counts in how many documents words occur. */
export class Vocabulary {
  private readonly counts = new Map<string, number>();

  /** A document has got a word, or lost it. */
  count(name: string, by: 1 | -1): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + by);
  }

  /** Adds what was counted to what was known. */
  async write(tx: Tx, communityId: string): Promise<void> {
    const spaces: WordSpace[] = [];
    const words: string[] = [];
    const counts: number[] = [];
    for (const [name, count] of this.counts) {
      const place = count === 0 ? null : placeOf(name);
      if (!place) continue;
      spaces.push(place.space);
      words.push(place.word);
      counts.push(count);
    }
    if (words.length === 0) return;
    // In a fixed order, so that two writers would wait for each other instead of both being stuck.
    await tx.rows(sql`
      WITH seen AS MATERIALIZED (
        SELECT * FROM unnest(${spaces}::text[], ${words}::text[], ${counts}::int[]) AS s (space, word, n)
        ORDER BY 1, 2),
      known AS (
        SELECT s.space, s.word, s.n, w.count FROM seen s
        JOIN search_words w ON w.community_id = ${communityId} AND w.space = s.space AND w.word = s.word),
      counted AS (
        UPDATE search_words w SET count = greatest(0, w.count + k.n * CASE WHEN k.count < ${EXACT} THEN 1 ELSE ${SAMPLE} END)
        FROM known k WHERE w.community_id = ${communityId} AND w.space = k.space AND w.word = k.word
          AND (k.count < ${EXACT} OR random() < 1.0 / ${SAMPLE}::int))
      INSERT INTO search_words (community_id, space, word, count)
      SELECT ${communityId}, s.space, s.word, s.n FROM seen s
      WHERE s.n > 0 AND NOT EXISTS (SELECT FROM known k WHERE k.space = s.space AND k.word = s.word)`);
  }
}

/** In which space what a document is found by is counted, and as what. Pairs of letters are no words. */
function placeOf(name: string): { space: WordSpace; word: string } | null {
  switch (name[0]) {
    case '=':
      return isUnspaced(name) ? null : { space: 'TITLE', word: name.slice(1) };
    case '#':
      return { space: 'BAND', word: name };
    case '@': {
      const [, space, word] = /^@(MEMBER|TAG|PRODUCT)-(.*)$/s.exec(name) ?? [];
      return space && word ? { space: space as WordSpace, word } : null;
    }
    default:
      return isUnspaced(name) ? null : { space: 'TEXT', word: name };
  }
}
