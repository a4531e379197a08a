import { Injectable } from '@nestjs/common';
import { Transactor } from '@app/database';
import sql from 'sql-template-tag';
import type { Principal } from '../authentication/principal';
import { requireSession } from '../authentication/require-session';
import { PasswordHasher } from '../passwords/password-hasher';
import { Sessions, type StartedSession } from '../sessions/sessions';
import type { Client } from './client';
import { PasswordProof } from './password-proof';
import { PasswordSetter } from './password-setter';

/** The password that is, and the one that shall be. */
export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** Lets people who are logged in change their password. */
@Injectable()
export class PasswordChangingService {
  constructor(
    private readonly proof: PasswordProof,
    private readonly hasher: PasswordHasher,
    private readonly transactor: Transactor,
    private readonly setter: PasswordSetter,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Ends all sessions of the user and starts a new one in the place of the one that asks. Wrong current passwords
   * count as failed logins: LOGIN_FAILED, RATE_LIMITED.
   */
  async change(principal: Principal, change: PasswordChange, client: Client): Promise<StartedSession> {
    requireSession(principal);
    const { email, userId } = principal;
    const user = await this.proof.prove({ email, password: change.currentPassword }, client.ip);
    const passwordHash = await this.hasher.hash(change.newPassword);
    return this.transactor.runGlobal(async (tx) => {
      const same = await tx.row(sql`
        SELECT FROM users WHERE id = ${userId} AND password_hash = ${user.passwordHash} FOR NO KEY UPDATE`);
      if (!same) throw PasswordProof.failed();
      await this.setter.set(tx, { userId, email, passwordHash }, { type: 'password.changed', userId, ip: client.ip });
      return this.sessions.start(tx, user, client);
    });
  }
}
