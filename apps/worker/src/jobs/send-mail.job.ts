import { Injectable } from '@nestjs/common';
import { IdentityMails, SEND_MAIL_TASK, type IdentityMail } from '@app/identity';
import { Mailer } from '@app/mail';
import type { Job } from '../job';

/** Sends one mail. Sent twice, it is the same mail with the same Message-ID and the same link. */
@Injectable()
export class SendMailJob implements Job<IdentityMail> {
  readonly task = SEND_MAIL_TASK;

  constructor(
    private readonly mails: IdentityMails,
    private readonly mailer: Mailer,
  ) {}

  async run(request: IdentityMail): Promise<void> {
    const mail = await this.mails.compose(request);
    if (mail) await this.mailer.send(mail);
  }
}
