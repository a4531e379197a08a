import { Injectable } from '@nestjs/common';
import { Transactor } from '@app/database';
import { newId } from '@app/kernel';
import sql from 'sql-template-tag';
import { IdentityEvents } from '../events/identity-events';
import { MailRequests } from '../mail/mail-requests';
import { PasswordHasher } from '../passwords/password-hasher';
import { MailThrottles } from '../throttle/mail-throttles';
import type { Client } from './client';
import type { Credentials } from './credentials';

/** Takes in new users. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly throttles: MailThrottles,
    private readonly hasher: PasswordHasher,
    private readonly transactor: Transactor,
    private readonly events: IdentityEvents,
    private readonly mails: MailRequests,
  ) {}

  /**
   * Makes a user and has a mail sent that asks to verify the address. Where there is a user with this address, that
   * one gets a mail which says so, and the caller is told nothing else: the same work is done on both ways.
   */
  async register({ email, password }: Credentials, { ip }: Client): Promise<void> {
    await this.throttles.admit('register', email, ip);
    const passwordHash = await this.hasher.hash(password);
    await this.transactor.runGlobal(async (tx) => {
      const user = await tx.row<{ id: string }>(sql`
        INSERT INTO users (id, email, password_hash) VALUES (${newId()}, ${email}, ${passwordHash})
        ON CONFLICT (email) DO NOTHING RETURNING id`);
      const type = user ? 'user.registered' : 'registration.repeated';
      await this.events.append(tx, { type, userId: user?.id ?? null, ip });
      await this.mails.add(tx, user ? 'VERIFY_EMAIL' : 'ACCOUNT_EXISTS', email);
    });
  }
}
