import { Injectable } from '@nestjs/common';
import type { Viewer } from '@app/community';
import { Keyset, Reader, selectList } from '@app/database';
import { listKey, type Connection, type PageRequest, type Window } from '@app/kernel';
import sql, { raw, type Sql } from 'sql-template-tag';
import { AskAttempt } from '../attempts/ask-attempt.entity';
import { SurveyAnswer } from '../surveys/survey-answer.entity';
import { ASKED_ALL_THE_SAME } from './said-answered';

/** Which attempts of a window are listed: those behind a figure, or one side of the comparison. */
export const ATTEMPT_LISTS = ['SAID_ANSWERED', 'DEFLECTED', 'TREATED', 'HELD_OUT'] as const;

/** See {@link ATTEMPT_LISTS}. */
export type AttemptList = (typeof ATTEMPT_LISTS)[number];

/** Views of a topic within a window. */
export interface ViewedTopic {
  readonly communityId: string;
  readonly topicId: string;
  readonly solvedViews: number;
  readonly otherViews: number;
  readonly views: number;
}

/** Reads the rows that figures are made of, page by page, the newest or the most looked at first. */
@Injectable()
export class DeflectionRowsReader {
  constructor(private readonly reader: Reader) {}

  async attempts(
    viewer: Viewer,
    window: Window,
    list: AttemptList,
    page: PageRequest,
  ): Promise<Connection<AskAttempt>> {
    const said = list === 'SAID_ANSWERED' || list === 'DEFLECTED';
    const at = said ? 'answered_at' : 'created_at';
    const keyset = new Keyset<AskAttempt>(
      listKey(`attempts:${list}`, [viewer.communityId, window]),
      [
        {
          expression: `a.${at}`,
          type: 'timestamptz',
          value: ({ answeredAt, createdAt }) => (said && answeredAt) || createdAt,
        },
        { expression: 'a.id', type: 'uuid', value: ({ id }) => id },
      ],
      true,
    );
    const rows = await this.reader.rows<AskAttempt>(
      viewer.communityId,
      sql`SELECT ${selectList(AskAttempt, 'a')} FROM ask_attempts a
          WHERE a.community_id = ${viewer.communityId}${within(`a.${at}`, window)}${CONDITIONS[list]}${keyset.after(page)}${keyset.orderAndLimit(page)}`,
    );
    return keyset.toConnection(rows, page);
  }

  async surveyAnswers(viewer: Viewer, window: Window, page: PageRequest): Promise<Connection<SurveyAnswer>> {
    const keyset = new Keyset<SurveyAnswer>(
      listKey('survey-answers', [viewer.communityId, window]),
      [
        { expression: 's.created_at', type: 'timestamptz', value: ({ createdAt }) => createdAt },
        { expression: 's.id', type: 'uuid', value: ({ id }) => id },
      ],
      true,
    );
    const rows = await this.reader.rows<SurveyAnswer>(
      viewer.communityId,
      sql`SELECT ${selectList(SurveyAnswer, 's')} FROM survey_answers s
          WHERE s.community_id = ${viewer.communityId}${within('s.created_at', window)}${keyset.after(page)}${keyset.orderAndLimit(page)}`,
    );
    return keyset.toConnection(rows, page);
  }

  async viewedTopics(viewer: Viewer, { from, to }: Window, page: PageRequest): Promise<Connection<ViewedTopic>> {
    const { communityId } = viewer;
    const keyset = new Keyset<ViewedTopic>(
      listKey('viewed-topics', [communityId, from, to]),
      [
        { expression: 'v.views', type: 'integer', value: ({ views }) => views },
        { expression: 'v."topicId"', type: 'uuid', value: ({ topicId }) => topicId },
      ],
      true,
    );
    const rows = await this.reader.rows<ViewedTopic>(
      communityId,
      sql`SELECT v.* FROM (
            SELECT d.community_id AS "communityId", d.topic_id AS "topicId", sum(d.solved_views)::int AS "solvedViews",
              sum(d.other_views)::int AS "otherViews", sum(d.solved_views + d.other_views)::int AS views
            FROM topic_view_days d WHERE d.community_id = ${communityId}
              AND d.day >= (${from}::timestamptz AT TIME ZONE 'UTC')::date
              AND d.day < (${to}::timestamptz AT TIME ZONE 'UTC')::date
            GROUP BY d.community_id, d.topic_id) v
          WHERE true${keyset.after(page)}${keyset.orderAndLimit(page)}`,
    );
    return keyset.toConnection(rows, page);
  }
}

const CONDITIONS: Readonly<Record<AttemptList, Sql>> = {
  SAID_ANSWERED: sql``,
  DEFLECTED: sql` AND NOT ${ASKED_ALL_THE_SAME}`,
  TREATED: sql` AND NOT a.held_out`,
  HELD_OUT: sql` AND a.held_out`,
};

function within(column: string, { from, to }: Window): Sql {
  return sql` AND ${raw(column)} >= ${from} AND ${raw(column)} < ${to}`;
}
