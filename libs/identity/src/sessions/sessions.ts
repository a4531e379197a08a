import { Injectable } from '@nestjs/common';
import { Reader, selectList, type Tx } from '@app/database';
import { newId } from '@app/kernel';
import sql from 'sql-template-tag';
import type { Client } from '../accounts/client';
import type { Principal } from '../authentication/principal';
import { hashToken, newToken } from '../tokens/token';
import type { IdentifiedUser } from '../users/identified-user';
import { liveSession, SESSION_DAYS } from './session-life';
import { Session } from './session.entity';

/** Live sessions that one user may have; the one that was used least recently makes room for a further one. */
const MOST_SESSIONS = 100;
const USER_AGENT_LENGTH = 200;

/** A session that begins, with its secret, which is never seen again. */
export interface StartedSession {
  readonly principal: Principal;
  readonly token: string;
  readonly expiresAt: Date;
}

/** Begins, lists and ends sessions. */
@Injectable()
export class Sessions {
  constructor(private readonly reader: Reader) {}

  async start(tx: Tx, user: IdentifiedUser, { userAgent }: Client): Promise<StartedSession> {
    const id = newId();
    const token = newToken('session');
    await tx.rows(sql`
      UPDATE sessions SET revoked_at = now() WHERE id IN (
        SELECT s.id FROM sessions s WHERE s.user_id = ${user.id} AND ${liveSession}
        ORDER BY s.last_seen_at DESC OFFSET ${MOST_SESSIONS - 1})`);
    const row = await tx.row<{ expiresAt: Date }>(sql`
      INSERT INTO sessions (id, user_id, token_hash, user_agent, expires_at)
      VALUES (${id}, ${user.id}, ${hashToken(token)}, ${userAgent?.slice(0, USER_AGENT_LENGTH) ?? null},
        now() + make_interval(days => ${SESSION_DAYS}))
      RETURNING expires_at AS "expiresAt"`);
    return { principal: principalOf(user, id), token, expiresAt: row?.expiresAt ?? new Date() };
  }

  /** The live ones of a user, the last used first. */
  async list(userId: string): Promise<Session[]> {
    return this.reader.globalRows<Session>(sql`
      SELECT ${selectList(Session, 's')} FROM sessions s WHERE s.user_id = ${userId} AND ${liveSession}
      ORDER BY s.last_seen_at DESC, s.id DESC LIMIT ${MOST_SESSIONS}`);
  }

  async end(tx: Tx, sessionId: string): Promise<void> {
    await tx.rows(sql`UPDATE sessions SET revoked_at = now() WHERE id = ${sessionId} AND revoked_at IS NULL`);
  }

  /** Ends one of a user's own; null where there is no such live one. */
  async endOwn(tx: Tx, userId: string, sessionId: string): Promise<Session | null> {
    return tx.row<Session>(sql`
      UPDATE sessions s SET revoked_at = now() WHERE s.id = ${sessionId} AND s.user_id = ${userId} AND ${liveSession}
      RETURNING ${selectList(Session, 's')}`);
  }

  async endAll(tx: Tx, userId: string): Promise<void> {
    await tx.rows(sql`UPDATE sessions SET revoked_at = now() WHERE user_id = ${userId} AND revoked_at IS NULL`);
  }
}

function principalOf({ id, email, emailVerified }: IdentifiedUser, sessionId: string): Principal {
  return {
    kind: 'session',
    userId: id,
    email,
    emailVerified,
    sessionId,
    staff: false,
    keyId: null,
    scopes: ['read', 'write', 'admin'],
    actsInCommunityId: null,
  };
}
