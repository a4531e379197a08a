import { selectList } from '@app/database';
import sql, { type Sql } from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';
import { Answer } from './answer.entity';

/** An answer as it is read, with the viewer's own star where it was asked for. */
export type AnswerRow = Answer & { viewerHasStarred?: boolean };

/** The select list of answers under the alias `a`. */
export function answerColumns(viewer: Viewer, withViewerState = false): Sql {
  if (!withViewerState) return selectList(Answer, 'a');
  if (!viewer.memberId) return sql`${selectList(Answer, 'a')}, false AS "viewerHasStarred"`;
  return sql`${selectList(Answer, 'a')}, EXISTS (SELECT FROM stars s WHERE s.community_id = a.community_id
    AND s.answer_id = a.id AND s.member_id = ${viewer.memberId}) AS "viewerHasStarred"`;
}
