import { Injectable } from '@nestjs/common';
import { Reader, Transactor } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { IdentityEvents } from '../events/identity-events';
import { PasswordHasher } from '../passwords/password-hasher';
import { LoginThrottles } from '../throttle/login-throttles';
import type { IdentifiedUser } from '../users/identified-user';
import type { Credentials } from './credentials';

/** Somebody whose password was right. */
export interface ProvenUser extends IdentifiedUser {
  /** As it was stored when it was judged. */
  readonly passwordHash: string;
  /** What to store in its place, where hashes have become more costly since. */
  readonly betterHash: string | null;
}

type UserRow = IdentifiedUser & { readonly passwordHash: string | null };

/** Judges passwords: the one place that does, so that every try is counted. */
@Injectable()
export class PasswordProof {
  constructor(
    private readonly throttles: LoginThrottles,
    private readonly reader: Reader,
    private readonly hasher: PasswordHasher,
    private readonly transactor: Transactor,
    private readonly events: IdentityEvents,
  ) {}

  /**
   * The user with this address and password; who is proven gives the try back ({@link LoginThrottles.giveBack}).
   * LOGIN_FAILED for a wrong password and an unknown address alike, after the same work; RATE_LIMITED after too many.
   */
  async prove({ email, password }: Credentials, ip: string): Promise<ProvenUser> {
    this.hasher.requireRoom();
    const { last } = await this.throttles.admit({ email, ip });
    const user = await this.find(email);
    const { right, outdated } = await this.hasher.judge(password, user?.passwordHash ?? null);
    if (!user?.passwordHash || !right) {
      await this.note(user?.id ?? null, ip, last);
      throw PasswordProof.failed();
    }
    const betterHash = outdated ? await this.hasher.hash(password) : null;
    return { ...user, passwordHash: user.passwordHash, betterHash };
  }

  /** What is said of every address and password that do not go together. */
  static failed(): DomainError {
    return new DomainError(
      'LOGIN_FAILED',
      'This address and password do not go together: correct them, or ask for a link to set a new password.',
    );
  }

  private async find(email: string): Promise<UserRow | undefined> {
    const [user] = await this.reader.globalRows<UserRow>(sql`
      SELECT id, email, email_verified_at IS NOT NULL AS "emailVerified", password_hash AS "passwordHash"
      FROM users WHERE email = ${email}`);
    return user;
  }

  private async note(userId: string | null, ip: string, last: boolean): Promise<void> {
    const type = last ? 'login.locked' : 'login.failed';
    await this.transactor.runGlobal((tx) => this.events.append(tx, { type, userId, ip }));
  }
}
