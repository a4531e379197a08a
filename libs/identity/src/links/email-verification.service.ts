import { Injectable } from '@nestjs/common';
import { JobQueue, Transactor, type Tx } from '@app/database';
import sql from 'sql-template-tag';
import { IdentityEvents } from '../events/identity-events';
import { OneTimeLinks } from './one-time-links';

/** The task that is added, with `{ userId }`, when an address turns out to be its user's. */
export const EMAIL_VERIFIED_TASK = 'email_verified';

/** Makes sure that people read what is sent to their addresses. */
@Injectable()
export class EmailVerificationService {
  constructor(
    private readonly transactor: Transactor,
    private readonly links: OneTimeLinks,
    private readonly events: IdentityEvents,
    private readonly jobs: JobQueue,
  ) {}

  /** Verifies the address that the link was sent to. LINK_INVALID where the link is not, or no longer, open. */
  async verify(token: string): Promise<void> {
    await this.transactor.runGlobal(async (tx) => {
      const { userId } = await this.links.use(tx, 'VERIFY_EMAIL', token);
      await this.confirm(tx, userId);
    });
  }

  /** The user has shown to read the mail of their address; where it was known already nothing happens. */
  async confirm(tx: Tx, userId: string): Promise<void> {
    const news = await tx.row(sql`
      UPDATE users SET email_verified_at = now() WHERE id = ${userId} AND email_verified_at IS NULL RETURNING id`);
    if (!news) return;
    await this.events.append(tx, { type: 'email.verified', userId });
    await this.jobs.add(tx, { task: EMAIL_VERIFIED_TASK, payload: { userId } });
  }
}
