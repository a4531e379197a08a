import { setTimeout as pause } from 'node:timers/promises';
import { Environment } from '@app/environment';
import { startWorker } from '../../../apps/worker/src/start-worker';
import type { TestDatabase } from '../test-database';
import { TestSmtpServer } from './test-smtp-server';

const TRIES = 200;
const PAUSE_MS = 25;

/** A mail as its receiver reads it. */
export interface ReadMail {
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  /** The secret of the link in it; empty where there is none. */
  readonly token: string;
}

/** A worker that sends the mails of one test database through a real SMTP server, and the mailboxes behind it. */
export class MailRoom {
  private read = 0;

  private constructor(
    readonly server: TestSmtpServer,
    private readonly worker: { stop(): Promise<void> },
  ) {}

  /** @param settings those of the API whose mails these are */
  static async open(database: TestDatabase, settings: Record<string, string>): Promise<MailRoom> {
    const server = new TestSmtpServer();
    const environment = Environment.from({
      NODE_ENV: 'test',
      LOG_LEVEL: 'error',
      ...settings,
      SMTP_URL: await server.start(),
    });
    return new MailRoom(server, await startWorker({ environment, urls: database }));
  }

  /** The next mail that nobody has read yet, when it has come; it must be for this receiver. */
  async next(receiver: string): Promise<ReadMail> {
    for (let attempt = 0; attempt < TRIES && this.server.received.length <= this.read; attempt++) await pause(PAUSE_MS);
    const mail = this.server.received[this.read++];
    if (!mail) throw new Error(`No mail came for ${receiver}.`);
    if (mail.to.join() !== receiver) throw new Error(`A mail came for ${mail.to.join()}, not for ${receiver}.`);
    const source = mail.source.replaceAll('=\r\n', '').replaceAll('=3D', '=');
    return {
      subject: /^Subject: (.*)\r$/m.exec(source)?.[1] ?? '',
      messageId: /^Message-ID: (.*)\r$/m.exec(source)?.[1] ?? '',
      text: source,
      token: /token=(ahl_[\w-]{43})/.exec(source)?.[1] ?? '',
    };
  }

  /** How many mails have come that nobody has read yet. */
  get waiting(): number {
    return this.server.received.length - this.read;
  }

  async close(): Promise<void> {
    await this.worker.stop();
    await this.server.stop();
  }
}
