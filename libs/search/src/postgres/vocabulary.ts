import { LRUCache } from 'lru-cache';
import sql from 'sql-template-tag';
import type { Tx } from '@app/database';
import { isUnspaced } from '../words/words-of';
import type { WordSpace } from './search-word.entity';

/** Up to here every document is counted; beyond, one of each eight writes, eight times: nobody needs it exactly. */
const EXACT = 500;
const SAMPLE = 8;

/** Counts in how many documents the words of a community occur. */
export class Vocabulary {
  /** By community: which words occur so often that they are counted by samples. */
  private readonly common = new LRUCache<string, Set<string>>({ max: 100 });

  /**
   * Adds to what was counted.
   * @param changes by what a document is found by: how many more documents, or fewer, have it now
   */
  async write(tx: Pick<Tx, 'rows'>, communityId: string, changes: ReadonlyMap<string, number>): Promise<void> {
    const common = this.common.get(communityId) ?? new Set<string>();
    this.common.set(communityId, common);
    const counted = [...changes].flatMap(([name, count]) => {
      const place = count === 0 ? null : placeOf(name);
      if (!place) return [];
      const weight = common.has(place.space + place.word) ? sample() : 1;
      return weight === 0 ? [] : [{ ...place, count: count * weight }];
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
    for (const { space, word, count } of rows) if (count > 0) common.add(space + word);
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

function sample(): number {
  return Math.random() * SAMPLE < 1 ? SAMPLE : 0;
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
