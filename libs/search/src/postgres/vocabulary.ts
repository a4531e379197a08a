import { LRUCache } from 'lru-cache';
import sql from 'sql-template-tag';
import type { Tx } from '@app/database';
import { isUnspaced } from '../words/words-of';
import { arrayLiteral } from './array-literal';
import type { WordSpace } from './search-word.entity';

/** Up to here every document is counted at once. */
const EXACT = 100;
/**
 * Beyond, documents are counted together once they are this share of what was counted: a frequent word would otherwise be
 * written again and again. Until then they are in the memory of a process, which may end: the count is about right.
 */
const SHARE = 0.1;

/** A frequent word: what was counted, and how many documents are still to be. */
interface Frequent {
  readonly counted: number;
  readonly waiting: number;
}

/** Counts in how many documents the words of a community occur. */
export class Vocabulary {
  /** By community. */
  private readonly frequent = new LRUCache<string, Map<string, Frequent>>({ max: 100 });

  /**
   * Adds to what was counted.
   * @param changes by what a document is found by: how many more documents, or fewer, have it now
   */
  async write(tx: Pick<Tx, 'rows'>, communityId: string, changes: ReadonlyMap<string, number>): Promise<void> {
    const frequent = this.frequent.get(communityId) ?? new Map<string, Frequent>();
    this.frequent.set(communityId, frequent);
    const counted = [...changes].flatMap(([name, count]) => {
      const place = count === 0 ? null : placeOf(name);
      const due = place ? dueNow(frequent, place.space + place.word, count) : 0;
      return place && due !== 0 ? [{ ...place, count: due }] : [];
    });
    if (counted.length === 0) return;
    const rows = await tx.rows<{ space: string; word: string; count: number }>(sql`
      WITH counted AS (
        INSERT INTO search_words AS w (community_id, space, word, count)
        SELECT ${communityId}, s.space, s.word, s.n FROM unnest(${arrayLiteral(counted.map(({ space }) => space))}::text[],
          ${arrayLiteral(counted.map(({ word }) => word))}::text[], ${arrayLiteral(counted.map(({ count }) => count))}::int[]) AS s (space, word, n)
        ON CONFLICT (community_id, space, word) DO UPDATE SET count = greatest(0, w.count + excluded.count)
        RETURNING w.space, w.word, w.count)
      SELECT c.space, c.word, c.count FROM counted c WHERE c.count >= ${EXACT} OR c.count <= 0`);
    const gone = rows.filter(({ count }) => count <= 0);
    if (gone.length > 0) await forget(tx, communityId, gone);
    for (const { space, word, count } of rows)
      if (count > 0) frequent.set(space + word, { counted: count, waiting: 0 });
  }
}

/** A word that nobody uses any more may have been somebody's secret. */
async function forget(
  tx: Pick<Tx, 'rows'>,
  communityId: string,
  words: readonly { readonly space: string; readonly word: string }[],
): Promise<void> {
  await tx.rows(sql`
    DELETE FROM search_words w USING unnest(${words.map(({ space }) => space)}::text[],
      ${words.map(({ word }) => word)}::text[]) AS s (space, word)
    WHERE w.community_id = ${communityId} AND w.space = s.space AND w.word = s.word AND w.count <= 0`);
}

/** How many are to be counted now; the others wait. */
function dueNow(frequent: Map<string, Frequent>, key: string, count: number): number {
  const word = frequent.get(key);
  if (!word) return count;
  const waiting = word.waiting + count;
  const due = Math.abs(waiting) >= SHARE * word.counted;
  if (due) frequent.delete(key);
  else frequent.set(key, { counted: word.counted, waiting });
  return due ? waiting : 0;
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
