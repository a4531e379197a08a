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
    // A made-up link must not cost a hash.
    const open = await this.transactor.runGlobal((tx) => this.links.isOpen(tx, 'RESET_PASSWORD', token));
    if (!open) throw OneTimeLinks.invalid();
    const passwordHash = await this.hasher.hash(password);
    await this.transactor.runGlobal(async (tx) => {
      const { userId, email } = await this.links.use(tx, 'RESET_PASSWORD', token);
      await this.setter.set(tx, { userId, email, passwordHash }, { type: 'password.reset', userId, ip });
      await this.verification.confirm(tx, userId);
    });
  }
}
