import { Injectable } from '@nestjs/common';
import { Transactor } from '@app/database';
import { EmailVerificationService } from '../links/email-verification.service';
import { OneTimeLinks } from '../links/one-time-links';
import { PasswordHasher } from '../passwords/password-hasher';
import type { Client } from './client';
import { PasswordSetter } from './password-setter';

/** Lets people in who have lost their password, or were given none, but can read their mail. */
@Injectable()
export class PasswordResetService {
  private readonly hashing = new Set<string>();

  constructor(
    private readonly links: OneTimeLinks,
    private readonly hasher: PasswordHasher,
    private readonly transactor: Transactor,
    private readonly setter: PasswordSetter,
    private readonly verification: EmailVerificationService,
  ) {}

  /**
   * Sets the password of the user that the link was sent to, ends all sessions of that user, and unlocks the account.
   * It also verifies the address: the link came there. LINK_INVALID where the link is not, or no longer, open.
   */
  async reset(token: string, password: string, { ip }: Client): Promise<void> {
    const passwordHash = await this.hash(token, password);
    await this.transactor.runGlobal(async (tx) => {
      const { userId, email } = await this.links.use(tx, 'RESET_PASSWORD', token);
      await this.setter.set(tx, { userId, email, passwordHash }, { type: 'password.reset', userId, ip });
      await this.verification.confirm(tx, userId);
    });
  }

  /** A made-up link must not cost a hash, nor may one link cost many at once. */
  private async hash(token: string, password: string): Promise<string> {
    if (this.hashing.has(token)) throw OneTimeLinks.invalid();
    this.hashing.add(token);
    try {
      if (!(await this.links.isOpen('RESET_PASSWORD', token))) throw OneTimeLinks.invalid();
      return await this.hasher.hash(password);
    } finally {
      this.hashing.delete(token);
    }
  }
}
