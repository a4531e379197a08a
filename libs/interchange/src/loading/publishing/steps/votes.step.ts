import sql from 'sql-template-tag';
import type { Publication } from '../publication';
import { joinPost } from './references.step';

/** Votes of which only the number is known. What the source counts now takes the place of what it counted before. */
export async function writeVotes(publication: Publication): Promise<void> {
  const { here } = publication;
  await publication.counted(
    'vote',
    sql`INSERT INTO vote_totals AS v (community_id, post_id, day, up, down)
      SELECT ${here}, p.id, r.day, sum(r.up), sum(r.down) FROM ${publication.staged('vote')} r ${joinPost(publication)}
      GROUP BY p.id, r.day
      ON CONFLICT (community_id, post_id, day) DO UPDATE SET up = excluded.up, down = excluded.down
        WHERE (v.up, v.down) <> (excluded.up, excluded.down)`,
  );
}
