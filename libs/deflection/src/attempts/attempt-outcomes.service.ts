import { Injectable } from '@nestjs/common';
import { countAnswered, MeTooService, requirePermission, type AnsweringKind, type Viewer } from '@app/community';
import { selectList, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql, { type Sql } from 'sql-template-tag';
import type { AttemptEventType } from './ask-attempt-event.entity';
import { AskAttempt } from './ask-attempt.entity';
import { AskAttemptsReader, type AttemptRef, type OwnAttempt } from './ask-attempts.reader';

/** Something that was suggested. */
export interface SuggestedRef {
  readonly kind: AnsweringKind;
  readonly id: string;
}

/**
 * Keeps what comes of an attempt: a suggestion is opened, answers the question, or has it too. Only what was shown in
 * the attempt counts, each thing once, and nothing after the question was asked. NOT_FOUND for what was not shown;
 * ALREADY_DECIDED for what comes too late.
 */
@Injectable()
export class AttemptOutcomesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly attempts: AskAttemptsReader,
    private readonly meToos: MeTooService,
  ) {}

  /** A suggestion was looked at; a second time changes nothing. */
  async open(viewer: Viewer, ref: AttemptRef, suggested: SuggestedRef): Promise<OwnAttempt> {
    const attempt = await this.shown(viewer, ref, suggested);
    const from = sql`ask_attempts a WHERE a.community_id = ${attempt.communityId} AND a.id = ${attempt.id}
      AND a.asked_at IS NULL`;
    const there = await this.transactor.run(viewer.communityId, (tx) =>
      tx.row(sql`WITH told AS (${event(attempt, 'OPENED', suggested, from)}) SELECT a.id FROM ${from}`),
    );
    if (!there) throw tooLate();
    return this.attempts.get(viewer, ref);
  }

  /** "This answered me": the first one that is said so stays. */
  async answeredMe(viewer: Viewer, ref: AttemptRef, suggested: SuggestedRef): Promise<OwnAttempt> {
    const attempt = await this.shown(viewer, ref, suggested);
    const { communityId, id } = attempt;
    await this.transactor.run(communityId, async (tx) => {
      const mine = await tx.row(sql`
        WITH mine AS (
          UPDATE ask_attempts a SET answered_at = now(), answered_kind = ${suggested.kind}, answered_id = ${suggested.id},
            member_id = coalesce(a.member_id, ${viewer.memberId})
          WHERE a.community_id = ${communityId} AND a.id = ${id} AND a.answered_at IS NULL AND a.asked_at IS NULL
          RETURNING a.answered_kind AS kind, a.answered_id AS id),
        told AS (${event(attempt, 'ANSWERED', suggested, sql`mine`)}),
        counted AS (${countAnswered(communityId, sql`mine`)})
        SELECT id FROM mine`);
      if (!mine) await this.requireSame(tx, attempt, ({ answeredId }) => answeredId === suggested.id);
    });
    return this.attempts.get(viewer, ref);
  }

  /** The viewer has a suggested topic too, and need not ask: their me too is given with it, or neither. */
  async meTooInstead(viewer: Viewer, ref: AttemptRef, topicId: string): Promise<OwnAttempt> {
    requirePermission(viewer, 'participate');
    const suggested = { kind: 'TOPIC', id: topicId } as const;
    const attempt = await this.shown(viewer, ref, suggested);
    const { communityId, id } = attempt;
    await this.transactor.run(communityId, async (tx) => {
      await this.meToos.give(tx, viewer, topicId);
      const mine = await tx.row(sql`
        WITH mine AS (
          UPDATE ask_attempts a SET me_too_at = now(), me_too_topic_id = ${topicId},
            member_id = coalesce(a.member_id, ${viewer.memberId})
          WHERE a.community_id = ${communityId} AND a.id = ${id} AND a.me_too_at IS NULL AND a.asked_at IS NULL
          RETURNING a.id),
        told AS (${event(attempt, 'ME_TOO', suggested, sql`mine`)})
        SELECT id FROM mine`);
      if (!mine) await this.requireSame(tx, attempt, ({ meTooTopicId }) => meTooTopicId === topicId);
    });
    return this.attempts.get(viewer, ref);
  }

  /** The question is asked all the same, as part of the change that makes the topic. */
  async asked(tx: Tx, { communityId, memberId }: Viewer, attempt: OwnAttempt, topicId: string): Promise<void> {
    const mine = await tx.row(sql`
      WITH mine AS (
        UPDATE ask_attempts a SET asked_at = now(), asked_topic_id = ${topicId}, member_id = coalesce(a.member_id, ${memberId})
        WHERE a.community_id = ${communityId} AND a.id = ${attempt.id} AND a.asked_at IS NULL RETURNING a.id),
      told AS (${event(attempt, 'ASKED', { kind: 'TOPIC', id: topicId }, sql`mine`)})
      SELECT id FROM mine`);
    if (!mine) throw tooLate();
  }

  private async shown(viewer: Viewer, ref: AttemptRef, { id }: SuggestedRef): Promise<OwnAttempt> {
    const attempt = await this.attempts.get(viewer, ref);
    if (!attempt.shownIds.includes(id)) throw DomainError.notFound('suggestion');
    return attempt;
  }

  /** Nothing was changed: that is right only where it had been done before. */
  private async requireSame(tx: Tx, attempt: OwnAttempt, same: (now: AskAttempt) => boolean): Promise<void> {
    const now = await tx.row<AskAttempt>(sql`
      SELECT ${selectList(AskAttempt, 'a')} FROM ask_attempts a
      WHERE a.community_id = ${attempt.communityId} AND a.id = ${attempt.id}`);
    if (now && same(now)) return;
    if (!now || now.askedAt) throw tooLate();
    throw new DomainError('ALREADY_DECIDED', 'You have said this of another suggestion: the first one stays.');
  }
}

function event({ communityId, id }: AskAttempt, type: AttemptEventType, suggested: SuggestedRef, from: Sql): Sql {
  return sql`INSERT INTO ask_attempt_events (community_id, attempt_id, type, subject_id)
    SELECT ${communityId}, ${id}, ${type}, ${suggested.id} FROM ${from} ON CONFLICT DO NOTHING`;
}

function tooLate(): DomainError {
  return new DomainError('ALREADY_DECIDED', 'You have asked already: this attempt is over.');
}
