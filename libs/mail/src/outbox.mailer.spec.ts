import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { Environment } from '@app/environment';
import { newId } from '@app/kernel';
import { temporaryFolder } from '../../../test/support/temporary-folder';
import { OutboxMailer } from './outbox.mailer';

describe('mails without a server', () => {
  it('land in the outbox, once each, and the log says where', async () => {
    const log = jest.spyOn(Logger.prototype, 'log').mockImplementation(() => undefined);
    const environment = Environment.from({ NODE_ENV: 'test', DATA_DIR: temporaryFolder() });
    const mailer = new OutboxMailer(environment);
    const mail = { id: newId(), to: 'ann@example.com', subject: 'Hello', text: 'Text.', html: '<p>Text.</p>' };
    await mailer.send(mail);
    await mailer.send(mail);
    expect(readdirSync(environment.outboxDir)).toEqual([`${mail.id}.eml`]);
    const file = join(environment.outboxDir, `${mail.id}.eml`);
    expect(readFileSync(file, 'utf8')).toMatch(/^To: ann@example\.com\r$/m);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(log).toHaveBeenCalledWith(`"Hello" was written to ${file}, since SMTP_URL names no server.`);
  });
});
