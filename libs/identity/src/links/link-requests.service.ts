import { Injectable } from '@nestjs/common';
import { Transactor } from '@app/database';
import type { Client } from '../accounts/client';
import type { Principal } from '../authentication/principal';
import { requireSession } from '../authentication/require-session';
import { IdentityEvents } from '../events/identity-events';
import { MailRequests } from '../mail/mail-requests';
import { MailThrottles } from '../throttle/mail-throttles';
import type { LinkPurpose } from './one-time-link.entity';

/** Has links sent by mail. */
@Injectable()
export class LinkRequestsService {
  constructor(
    private readonly throttles: MailThrottles,
    private readonly transactor: Transactor,
    private readonly events: IdentityEvents,
    private readonly mails: MailRequests,
  ) {}

  /** A link to set a new password. Nobody looks here whether there is such a user: the worker does. */
  async toResetPassword(email: string, client: Client): Promise<void> {
    await this.request('RESET_PASSWORD', email, client, null);
  }

  /** A link to verify the address of who is logged in; none where it is verified. */
  async toVerifyEmail(principal: Principal, client: Client): Promise<void> {
    requireSession(principal);
    if (principal.emailVerified) return;
    await this.request('VERIFY_EMAIL', principal.email, client, principal.userId);
  }

  private async request(purpose: LinkPurpose, email: string, { ip }: Client, userId: string | null): Promise<void> {
    await this.throttles.admit(purpose, email, ip);
    await this.transactor.runGlobal(async (tx) => {
      await this.events.append(tx, { type: 'mail.requested', userId, ip, data: { purpose } });
      await this.mails.add(tx, purpose, email);
    });
  }
}
