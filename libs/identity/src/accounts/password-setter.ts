import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import sql from 'sql-template-tag';
import { IdentityEvents, type IdentityEventSpec } from '../events/identity-events';
import { OneTimeLinks } from '../links/one-time-links';
import { Sessions } from '../sessions/sessions';
import { LoginThrottles } from '../throttle/login-throttles';

/** A password that takes the place of another. */
export interface NewPasswordOf {
  readonly userId: string;
  readonly email: string;
  readonly passwordHash: string;
}

/** Puts a new password in the place of an old one, and ends all that the old one had opened. */
@Injectable()
export class PasswordSetter {
  constructor(
    private readonly links: OneTimeLinks,
    private readonly sessions: Sessions,
    private readonly throttles: LoginThrottles,
    private readonly events: IdentityEvents,
  ) {}

  /** Keys stay: programs that use them know nothing of passwords. */
  async set(tx: Tx, { userId, email, passwordHash }: NewPasswordOf, event: IdentityEventSpec): Promise<void> {
    await this.links.drop(tx, 'RESET_PASSWORD', userId);
    await tx.rows(sql`UPDATE users SET password_hash = ${passwordHash} WHERE id = ${userId}`);
    await this.sessions.endAll(tx, userId);
    await this.events.append(tx, event);
    await this.throttles.forget(tx, email);
  }
}
