import type { Environment } from '@app/environment';
import { createTransport } from 'nodemailer';
import type { Mail } from './mail';
import { Mailer } from './mailer';
import { messageOf } from './message';

const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;

/** Hands mails to the server of SMTP_URL. */
export class SmtpMailer extends Mailer {
  private readonly transport;

  constructor(
    smtpUrl: string,
    private readonly environment: Environment,
  ) {
    super();
    this.transport = createTransport({
      url: smtpUrl,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
    });
  }

  async send(mail: Mail): Promise<void> {
    await this.transport.sendMail(messageOf(mail, this.environment));
  }
}
