import { Injectable } from '@nestjs/common';
import { TopicsReader, type Viewer } from '@app/community';
import { Transactor } from '@app/database';
import { ActionThrottles, type ActionBudget, type Client } from '@app/identity';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { AskAttemptsReader } from '../attempts/ask-attempts.reader';
import type { SurveyAnswerValue } from './survey-answer.entity';
import { SurveyKeys } from './survey-keys';

/** What is answered: of one attempt, or of one look at a topic. */
export interface AnswerSurvey {
  readonly attemptId?: string | null;
  readonly topicId?: string | null;
  /** Of the attempt, where nobody was logged in; of the look, always. */
  readonly token?: string | null;
  readonly answer: SurveyAnswerValue;
}

interface Question {
  readonly id: string;
  readonly attemptId: string | null;
  readonly topicId: string | null;
}

const ANSWERING: ActionBudget = {
  action: 'answering surveys',
  tries: 30,
  minutes: 10,
  advice: 'Thank you for what you have said.',
};

/** Asks a share of people "Did you find what you needed?", and keeps what they say, once each. */
@Injectable()
export class SurveysService {
  constructor(
    private readonly transactor: Transactor,
    private readonly throttles: ActionThrottles,
    private readonly keys: SurveyKeys,
    private readonly attempts: AskAttemptsReader,
    private readonly topics: TopicsReader,
  ) {}

  /** NOT_FOUND where nobody was asked; ALREADY_DECIDED where it was answered otherwise before. */
  async answer(viewer: Viewer, input: AnswerSurvey, { ip }: Client): Promise<void> {
    const question = await this.questionOf(viewer, input);
    const { communityId, memberId } = viewer;
    await this.transactor.run(communityId, async (tx) => {
      const fresh = await tx.row(sql`
        INSERT INTO survey_answers (community_id, id, attempt_id, topic_id, answer)
        VALUES (${communityId}, ${question.id}, ${question.attemptId}, ${question.topicId}, ${input.answer})
        ON CONFLICT DO NOTHING RETURNING id`);
      if (fresh) {
        if (memberId) return this.throttles.admitMember(tx, memberId, ANSWERING);
        return this.throttles.admitPlace(tx, ip, ANSWERING);
      }
      const said = await tx.row<{ answer: SurveyAnswerValue }>(
        sql`SELECT answer FROM survey_answers WHERE community_id = ${communityId} AND id = ${question.id}`,
      );
      if (said?.answer !== input.answer)
        throw new DomainError('ALREADY_DECIDED', 'You have answered this already: your first answer counts.');
    });
  }

  private async questionOf(viewer: Viewer, { attemptId, topicId, token }: AnswerSurvey): Promise<Question> {
    if (!attemptId === !topicId) throw DomainError.invalid('Name an attempt, or a topic, that you answer about.');
    if (attemptId) {
      const attempt = await this.attempts.get(viewer, { attemptId, token: token ?? null });
      if (!attempt.surveyed) throw DomainError.notFound('survey');
      return { id: attemptId, attemptId, topicId: null };
    }
    const look = { communityId: viewer.communityId, topicId: topicId ?? '' };
    const id = (await this.topics.load(viewer, look.topicId)) && this.keys.questionOf(token ?? '', look);
    if (!id) throw DomainError.notFound('survey');
    return { id, attemptId: null, topicId: look.topicId };
  }
}
