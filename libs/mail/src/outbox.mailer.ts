import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { Environment } from '@app/environment';
import { createTransport } from 'nodemailer';
import type { Mail } from './mail';
import { Mailer } from './mailer';
import { messageOf } from './message';

/** Writes mails into a folder, for whoever tries the product on a machine without a mail server. */
export class OutboxMailer extends Mailer {
  private readonly logger = new Logger('Outbox');
  private readonly transport = createTransport({ streamTransport: true, buffer: true });

  constructor(private readonly environment: Environment) {
    super();
  }

  async send(mail: Mail): Promise<void> {
    const { outboxDir } = this.environment;
    const { message } = await this.transport.sendMail(messageOf(mail, this.environment));
    await mkdir(outboxDir, { recursive: true });
    // One name for one mail, so that sending it again leaves one file; whole or not there at all.
    const file = join(outboxDir, `${mail.id}.eml`);
    await writeFile(`${file}.part`, message, { mode: 0o600 });
    await rename(`${file}.part`, file);
    this.logger.log(`"${mail.subject}" was written to ${file}, since SMTP_URL names no server.`);
  }
}
