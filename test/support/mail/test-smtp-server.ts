import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it came over the wire. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly source: string;
}

/** A real SMTP server on a free port, which keeps what it takes. */
export class TestSmtpServer {
  readonly received: ReceivedMail[] = [];
  /** How many of the next mails it refuses for now, as a server does that is too busy. */
  refusals = 0;

  private readonly server = new SMTPServer({
    authMethods: ['PLAIN', 'LOGIN'],
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    logger: false,
    onAuth: ({ username, password }, _, done) =>
      username === 'mailer' && password === 's3cret' ? done(null, { user: username }) : done(new Error('No.')),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (this.refusals > 0) {
          this.refusals--;
          done(Object.assign(new Error('Busy: come back later.'), { responseCode: 451 }));
          return;
        }
        this.received.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks).toString(),
        });
        done();
      });
    },
  });

  /** Its address as SMTP_URL takes it. */
  async start(): Promise<string> {
    const listening = this.server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    return `smtp://mailer:s3cret@127.0.0.1:${(listening.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}
