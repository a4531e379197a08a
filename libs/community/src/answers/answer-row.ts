import { selectList } from '@app/database';
import sql, { type Sql } from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';
import { Answer } from './answer.entity';

/** An answer as it is read, with the viewer's own star where it was asked for. */
export type AnswerRow = Answer & { viewerHasStarred?: boolean };

/** What a topic's page shows of an answer. */
const SHOWN = [
  'communityId',
  'id',
  'topicId',
  'authorId',
  'authorRole',
  'followUp',
  'official',
  'solved',
  'bodyHtml',
  'state',
  'starCount',
  'trustedStarCount',
  'commentCount',
  'version',
  'editedAt',
  'createdAt',
] as const satisfies readonly (keyof Answer)[];

/** What is read of answers: absent is what is not; all is read, and not whether the viewer starred it, unless said. */
export interface AnswerDetail {
  readonly viewerState?: boolean;
  /** Only what a topic's page shows. */
  readonly shownOnly?: boolean;
}

/** The select list of answers under the alias `a`. */
export function answerColumns(viewer: Viewer, { viewerState, shownOnly }: AnswerDetail = {}): Sql {
  const columns = selectList(Answer, 'a', shownOnly ? SHOWN : undefined);
  if (!viewerState) return columns;
  if (!viewer.memberId) return sql`${columns}, false AS "viewerHasStarred"`;
  return sql`${columns}, EXISTS (SELECT FROM stars s WHERE s.community_id = a.community_id
    AND s.answer_id = a.id AND s.member_id = ${viewer.memberId}) AS "viewerHasStarred"`;
}
