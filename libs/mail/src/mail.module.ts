import { Module } from '@nestjs/common';
import { Environment } from '@app/environment';
import { Mailer } from './mailer';
import { OutboxMailer } from './outbox.mailer';
import { SmtpMailer } from './smtp.mailer';

function mailerOf(environment: Environment): Mailer {
  const { smtpUrl } = environment;
  return smtpUrl === null ? new OutboxMailer(environment) : new SmtpMailer(smtpUrl, environment);
}

/** For the processes that send mails. */
@Module({
  providers: [{ provide: Mailer, useFactory: mailerOf, inject: [Environment] }],
  exports: [Mailer],
})
export class MailModule {}
