import sql, { empty, type Sql } from 'sql-template-tag';
import { isStaff, type Viewer } from '../viewer/viewer';
import type { Topic } from './topic.entity';

/**
 * `AND …`: what of the topics under the alias `t` a viewer may know of. Staff know of all; others not of what is
 * private, held or hidden, unless it is their own. Removed and retracted topics leave a tombstone behind.
 */
export function knownTopics(viewer: Viewer): Sql {
  if (isStaff(viewer)) return empty;
  return sql` AND ((t.visibility = 'PUBLIC' AND t.state NOT IN ('HELD', 'HIDDEN')) OR t.author_id = ${viewer.memberId})`;
}

/** `AND …`: what of the topics under the alias `t` stands in a viewer's lists. */
export function listedTopics(viewer: Viewer): Sql {
  const listed = sql` AND t.state = 'VISIBLE' AND t.archived_at IS NULL AND t.merged_into_id IS NULL`;
  return isStaff(viewer) ? listed : sql`${listed} AND (t.visibility = 'PUBLIC' OR t.author_id = ${viewer.memberId})`;
}

/**
 * `AND …`: the topics under the alias `t` whose answers, comments and history a viewer may read. Those of a
 * tombstone are for staff only.
 */
export function readableTopics(viewer: Viewer): Sql {
  if (isStaff(viewer)) return empty;
  return sql`${knownTopics(viewer)} AND t.state NOT IN ('REMOVED', 'RETRACTED')`;
}

/** Whether all that a viewer sees of a topic is that it was removed or taken back. */
export function isTombstone(viewer: Viewer, { state }: Pick<Topic, 'state'>): boolean {
  return !isStaff(viewer) && (state === 'REMOVED' || state === 'RETRACTED');
}

/** `AND …`: what of the answers or comments under an alias a viewer sees. */
export function knownPosts(viewer: Viewer, alias: 'a' | 'c'): Sql {
  if (isStaff(viewer)) return empty;
  return alias === 'a'
    ? sql` AND (a.state = 'VISIBLE' OR (a.state IN ('HELD', 'HIDDEN') AND a.author_id = ${viewer.memberId}))`
    : sql` AND (c.state = 'VISIBLE' OR (c.state IN ('HELD', 'HIDDEN') AND c.author_id = ${viewer.memberId}))`;
}

/** `AND …`: the comments under the alias `c` that a viewer sees; one on an answer is seen where the answer is. */
export function knownComments(viewer: Viewer): Sql {
  if (isStaff(viewer)) return empty;
  return sql`${knownPosts(viewer, 'c')} AND (c.answer_id IS NULL OR EXISTS (SELECT FROM answers a
    WHERE a.community_id = c.community_id AND a.id = c.answer_id${knownPosts(viewer, 'a')}))`;
}
