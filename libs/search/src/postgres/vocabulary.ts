import { LRUCache } from 'lru-cache';
import sql from 'sql-template-tag';
import type { Tx } from '@app/database';
import { isUnspaced } from '../words/words-of';
import type { WordSpace } from './search-word.entity';

/** Up to here every document is counted at once. */
const EXACT = 500;
/** Beyond, so many are counted together. Until then they are in the memory of a process, which may end: they are few. */
const TOGETHER = 100;

/** Counts in how many documents the words of a community occur. */
export class Vocabulary {
  /** By community: of the words that occur often, how many documents are still to be counted. */
  private readonly common = new LRUCache<string, Map<string, number>>({ max: 100 });

  /**
   * Adds to what was counted.
   * @param changes by what a document is found by: how many more documents, or fewer, have it now
   */
  async write(tx: Pick<Tx, 'rows'>, communityId: string, changes: ReadonlyMap<string, number>): Promise<void> {
    const common = this.common.get(communityId) ?? new Map<string, number>();
    this.common.set(communityId, common);
    const counted = [...changes].flatMap(([name, count]) => {
      const place = count === 0 ? null : placeOf(name);
      const due = place ? dueNow(common, place.space + place.word, count) : 0;
      return place && due !== 0 ? [{ ...place, count: due }] : [];
    });
    if (counted.length === 0) return;
    const rows = await tx.rows<{ space: string; word: string; count: number }>(sql`
      WITH counted AS (
        INSERT INTO search_words AS w (community_id, space, word, count)
        SELECT ${communityId}, s.space, s.word, s.n FROM unnest(${counted.map(({ space }) => space)}::text[],
          ${counted.map(({ word }) => word)}::text[], ${counted.map(({ count }) => count)}::int[]) AS s (space, word, n)
        ON CONFLICT (community_id, space, word) DO UPDATE SET count = greatest(0, w.count + excluded.count)
        RETURNING w.space, w.word, w.count)
      SELECT c.space, c.word, c.count FROM counted c WHERE c.count >= ${EXACT} OR c.count <= 0`);
    for (const { space, word, count } of rows) if (count > 0) common.set(space + word, common.get(space + word) ?? 0);
    await forget(tx, communityId, rows);
  }
}

/** Words that nothing has any more are not kept: they may be names of people who are gone. */
async function forget(
  tx: Pick<Tx, 'rows'>,
  communityId: string,
  rows: readonly { readonly space: string; readonly word: string; readonly count: number }[],
): Promise<void> {
  const gone = rows.filter(({ count }) => count <= 0);
  if (gone.length === 0) return;
  await tx.rows(sql`DELETE FROM search_words w
    USING unnest(${gone.map(({ space }) => space)}::text[], ${gone.map(({ word }) => word)}::text[]) AS g (space, word)
    WHERE w.community_id = ${communityId} AND w.space = g.space AND w.word = g.word`);
}

/** How many are to be counted now; the others wait. */
function dueNow(common: Map<string, number>, key: string, count: number): number {
  const waiting = common.get(key);
  if (waiting === undefined) return count;
  const all = waiting + count;
  common.set(key, Math.abs(all) < TOGETHER ? all : 0);
  return Math.abs(all) < TOGETHER ? 0 : all;
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
