import { Check, Column, Entity, Index } from 'typeorm';
import { Topic } from '@app/community';
import { BelongsTo, CommunityKey, CreatedAt, Key } from '@app/database';
import { AskAttempt } from '../attempts/ask-attempt.entity';

/** The answers to "Did you find what you needed?". */
export const SURVEY_ANSWERS = ['YES', 'PARTLY', 'NO'] as const;

/** See {@link SURVEY_ANSWERS}. */
export type SurveyAnswerValue = (typeof SURVEY_ANSWERS)[number];

/** What somebody said about an attempt at asking, or about the page of a topic; who said it is not kept. */
@Entity('survey_answers')
@Index('survey_answers_recent_idx', ['communityId', 'createdAt', 'id'])
@BelongsTo(() => AskAttempt, 'attemptId', 'survey_answers_attempt_fk')
@BelongsTo(() => Topic, 'topicId', 'survey_answers_topic_fk')
@Check('survey_answers_answer', `answer IN ('YES', 'PARTLY', 'NO')`)
@Check('survey_answers_about', 'num_nonnulls(attempt_id, topic_id) = 1')
export class SurveyAnswer {
  @CommunityKey('survey_answers_pkey')
  communityId: string;

  /** Of the one question that was asked: it is answered once. */
  @Key('survey_answers_pkey')
  id: string;

  @Column('uuid', { name: 'attempt_id', nullable: true })
  attemptId: string | null;

  @Column('uuid', { name: 'topic_id', nullable: true })
  topicId: string | null;

  @Column('text')
  answer: SurveyAnswerValue;

  @CreatedAt()
  createdAt: Date;
}
