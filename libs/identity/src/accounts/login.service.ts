import { Injectable } from '@nestjs/common';
import { Transactor } from '@app/database';
import sql from 'sql-template-tag';
import type { Principal } from '../authentication/principal';
import { IdentityEvents } from '../events/identity-events';
import { Sessions, type StartedSession } from '../sessions/sessions';
import { LoginThrottles } from '../throttle/login-throttles';
import type { Client } from './client';
import type { Credentials } from './credentials';
import { PasswordProof } from './password-proof';

/** Logs people in and out. */
@Injectable()
export class LoginService {
  constructor(
    private readonly proof: PasswordProof,
    private readonly transactor: Transactor,
    private readonly sessions: Sessions,
    private readonly throttles: LoginThrottles,
    private readonly events: IdentityEvents,
  ) {}

  /**
   * A new session for who has the password; the one that the request came with, if any, ends. LOGIN_FAILED for a
   * wrong password and an unknown address alike, RATE_LIMITED after too many tries.
   */
  async logIn(credentials: Credentials, client: Client, before: Principal): Promise<StartedSession> {
    const user = await this.proof.prove(credentials, client.ip);
    return this.transactor.runGlobal(async (tx) => {
      // Held until the session stands: a change of the password meanwhile either forbids it or ends it.
      const same = await tx.row(sql`
        SELECT FROM users WHERE id = ${user.id} AND password_hash = ${user.passwordHash} FOR NO KEY UPDATE`);
      if (!same) throw PasswordProof.failed();
      if (user.betterHash) {
        await tx.rows(sql`UPDATE users SET password_hash = ${user.betterHash} WHERE id = ${user.id}`);
      }
      if (before.sessionId) await this.sessions.end(tx, before.sessionId);
      const session = await this.sessions.start(tx, user, client);
      await this.events.append(tx, { type: 'login.succeeded', userId: user.id, ip: client.ip });
      await this.throttles.giveBack(tx, { email: user.email, ip: client.ip });
      return session;
    });
  }

  /** Ends the session that a request came with, if any. */
  async logOut({ sessionId, userId }: Principal): Promise<void> {
    if (!sessionId) return;
    await this.transactor.runGlobal(async (tx) => {
      await this.sessions.end(tx, sessionId);
      await this.events.append(tx, { type: 'session.ended', userId, data: { sessionId } });
    });
  }
}
