import { Injectable } from '@nestjs/common';
import { JobQueue, type Tx } from '@app/database';
import { newId } from '@app/kernel';
import { SEND_MAIL_TASK, type IdentityMail, type IdentityMailKind } from './identity-mail';

/** Asks for mails, in the transaction of what they follow from. */
@Injectable()
export class MailRequests {
  constructor(private readonly jobs: JobQueue) {}

  async add(tx: Tx, kind: IdentityMailKind, email: string): Promise<void> {
    const payload: IdentityMail = { kind, id: newId(), email, requestedAt: new Date().toISOString() };
    await this.jobs.add(tx, { task: SEND_MAIL_TASK, payload: { ...payload } });
  }
}
