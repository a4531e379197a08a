import { Injectable } from '@nestjs/common';
import type { Viewer } from '@app/community';
import { Reader, selectList } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { AskAttempt } from './ask-attempt.entity';
import { AttemptKeys } from './attempt-keys';

/** Days for which an attempt goes on; what comes later belongs to a new one. */
export const ATTEMPT_DAYS = 7;

/** Names an attempt as whoever made it does. */
export interface AttemptRef {
  readonly attemptId: string;
  /** Needed of whoever was not logged in when it was started. */
  readonly token?: string | null;
}

/** An attempt as whoever made it sees it. */
export interface OwnAttempt extends AskAttempt {
  /** What was shown in it, in no order. */
  readonly shownIds: readonly string[];
}

type Found = OwnAttempt & { readonly isOver: boolean };

/** Reads attempts for those who made them. */
@Injectable()
export class AskAttemptsReader {
  constructor(
    private readonly reader: Reader,
    private readonly keys: AttemptKeys,
  ) {}

  /** The attempt. NOT_FOUND where there is none, it is not the viewer's own, or its time is over. */
  async get(viewer: Viewer, ref: AttemptRef): Promise<OwnAttempt> {
    const attempt = await this.find(viewer, ref);
    if (!attempt || attempt.isOver) throw DomainError.notFound('attempt');
    return attempt;
  }

  /** The same; null where its time is over: whoever took longer to ask still asks. */
  async getForAsking(viewer: Viewer, ref: AttemptRef): Promise<OwnAttempt | null> {
    const attempt = await this.find(viewer, ref);
    if (!attempt) throw DomainError.notFound('attempt');
    return attempt.isOver ? null : attempt;
  }

  private async find(viewer: Viewer, { attemptId, token }: AttemptRef): Promise<Found | null> {
    const { communityId, memberId } = viewer;
    const attempt = await this.reader.row<Found>(
      communityId,
      sql`SELECT ${selectList(AskAttempt, 'a')}, ARRAY (
            SELECT e.subject_id FROM ask_attempt_events e
            WHERE e.community_id = a.community_id AND e.attempt_id = a.id AND e.type = 'SHOWN') AS "shownIds",
            a.created_at <= now() - make_interval(days => ${ATTEMPT_DAYS}) AS "isOver"
          FROM ask_attempts a WHERE a.community_id = ${communityId} AND a.id = ${attemptId}`,
    );
    if (!attempt) return null;
    const own = attempt.memberId
      ? attempt.memberId === memberId
      : this.keys.isTokenOf(token ?? '', { communityId, id: attemptId });
    return own ? attempt : null;
  }
}
