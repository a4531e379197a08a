import { Environment } from '@app/environment';
import { newId } from '@app/kernel';
import { TestSmtpServer } from '../../../test/support/mail/test-smtp-server';
import { SmtpMailer } from './smtp.mailer';

const ENVIRONMENT = Environment.from({
  NODE_ENV: 'test',
  PUBLIC_URL: 'https://help.example.com',
  SECRET: 'for tests only, and long enough for them',
});

const mail = (more: object = {}) => ({
  id: newId(),
  to: 'ann@example.com',
  subject: 'Confirm your address',
  text: 'Open this: https://help.example.com/verify?token=ahl_abc',
  html: '<p>Open this.</p>',
  ...more,
});

describe('mails through a server', () => {
  const server = new TestSmtpServer();
  let url: string;

  beforeAll(async () => {
    url = await server.start();
  });
  afterAll(() => server.stop());

  it('arrive with both texts, the sender of the settings and an id of their own', async () => {
    const sent = mail();
    await new SmtpMailer(url, ENVIRONMENT).send(sent);
    const [received] = server.received;
    expect(received).toMatchObject({ from: 'no-reply@help.example.com', to: ['ann@example.com'] });
    expect(received?.source).toMatch(/^From: Answerhood <no-reply@help\.example\.com>\r$/m);
    expect(received?.source).toContain(`Message-ID: <${sent.id}@help.example.com>`);
    expect(received?.source).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(received?.source).toContain('Subject: Confirm your address');
    expect(received?.source).toContain('text/plain');
    expect(received?.source).toContain('<p>Open this.</p>');
  });

  it('cannot be made to grow headers or receivers', async () => {
    server.received.length = 0;
    await new SmtpMailer(url, ENVIRONMENT).send(
      mail({ subject: 'Hello\r\nBcc: eve@example.com', to: 'ann@example.com' }),
    );
    expect(server.received[0]?.to).toEqual(['ann@example.com']);
    expect(server.received[0]?.source).not.toMatch(/^Bcc:/im);
  });

  it('fail aloud where the server does not take them, and may be sent again', async () => {
    server.received.length = 0;
    server.refusals = 1;
    const mailer = new SmtpMailer(url, ENVIRONMENT);
    const sent = mail();
    await expect(mailer.send(sent)).rejects.toMatchObject({ responseCode: 451 });
    await mailer.send(sent);
    expect(server.received).toHaveLength(1);
    await expect(new SmtpMailer(url.replace('s3cret', 'guess'), ENVIRONMENT).send(sent)).rejects.toMatchObject({
      code: 'EAUTH',
    });
  });
});
