import { Injectable } from '@nestjs/common';
import { Reader, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import type { Principal } from '../authentication/principal';
import { requireSession } from '../authentication/require-session';
import { LoginThrottles } from '../throttle/login-throttles';
import type { Client } from './client';
import { PasswordProof } from './password-proof';

/** Minutes after a login for which it stands for a password where there is none. */
const FRESH_MINUTES = 15;

/** A user, as their row says while it is locked. */
export interface LockedUser {
  readonly userId: string;
  readonly email: string;
}

/** Somebody who has just proved again who they are. */
export interface ConfirmedUser extends LockedUser {
  /** As it was stored when it was judged; null where there is none. */
  readonly passwordHash: string | null;
  readonly ip: string;
}

/** Takes away all that is known of a user. What they are in communities is for the communities to take away before. */
@Injectable()
export class AccountErasure {
  constructor(
    private readonly proof: PasswordProof,
    private readonly reader: Reader,
    private readonly throttles: LoginThrottles,
  ) {}

  /**
   * That it is the user who asks and not whoever found the device: by their password, or where they have none by a
   * login of a few minutes ago. LOGIN_FAILED and RATE_LIMITED as for a login; FORBIDDEN where the login is too old.
   */
  async confirm(principal: Principal, password: string | null, { ip }: Client): Promise<ConfirmedUser> {
    requireSession(principal);
    const { userId, email, sessionId } = principal;
    const [state] = await this.reader.globalRows<{ hasPassword: boolean; fresh: boolean }>(sql`
      SELECT u.password_hash IS NOT NULL AS "hasPassword",
        s.created_at > now() - make_interval(mins => ${FRESH_MINUTES}) AS fresh
      FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.id = ${sessionId}`);
    if (!state) throw new DomainError('UNAUTHENTICATED', 'Log in first.');
    if (state.hasPassword) {
      if (password === null) throw DomainError.invalid('Give your password once more: this cannot be undone.');
      const { passwordHash } = await this.proof.prove({ email, password }, ip);
      return { userId, email, passwordHash, ip };
    }
    if (!state.fresh) throw new DomainError('FORBIDDEN', 'Log in once more before you do this: it cannot be undone.');
    return { userId, email, passwordHash: null, ip };
  }

  /** Locks the row of who was confirmed, so that nothing begins for them any more; LOGIN_FAILED where it has changed. */
  async lockConfirmed(tx: Tx, { userId, email, passwordHash, ip }: ConfirmedUser): Promise<void> {
    const same = await tx.row(sql`
      SELECT FROM users WHERE id = ${userId} AND email = ${email}
        AND password_hash IS NOT DISTINCT FROM ${passwordHash} FOR UPDATE`);
    if (!same) throw PasswordProof.failed();
    if (passwordHash !== null) await this.throttles.giveBack(tx, { email, ip });
  }

  /** Locks a user's row; null where there is none. */
  async lock(tx: Tx, userId: string): Promise<LockedUser | null> {
    return tx.row<LockedUser>(sql`SELECT id AS "userId", email FROM users WHERE id = ${userId} FOR UPDATE`);
  }

  /** Takes away the user with sessions, keys and links, and from the log what leads to them. The row is locked. */
  async erase(tx: Tx, { userId, email }: LockedUser): Promise<void> {
    await tx.rows(sql`DELETE FROM users WHERE id = ${userId}`);
    await tx.rows(sql`SELECT forget_user(${userId}, ${email})`);
    await this.throttles.forget(tx, email);
  }
}
