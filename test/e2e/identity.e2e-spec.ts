import { setTimeout as pause } from 'node:timers/promises';
import { Argon2 } from '@app/identity';
import { MailRoom } from '../support/mail/mail-room';
import { TestApp } from '../support/test-app';
import { TestUser } from '../support/test-user';

const SETTINGS = {
  PUBLIC_URL: 'https://help.example.com',
  SECRET: 'for tests only, and long enough for them',
  TRUSTED_PROXIES: '1',
};
const PASSWORD = 'a long enough secret';

const REGISTER = 'mutation ($input: RegisterInput!) { register(input: $input) }';
const LOG_IN =
  'mutation ($input: LogInInput!) { logIn(input: $input) { token expiresAt user { id email emailVerified } } }';
const VERIFY = 'mutation ($input: VerifyEmailInput!) { verifyEmail(input: $input) }';
const REQUEST_RESET = 'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) }';
const RESET = 'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) }';
const CHANGE = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { token user { email } } }';
const VIEWER = '{ viewer { email emailVerified } }';

let count = 0;

describe('identity', () => {
  let house: TestApp;
  let mails: MailRoom;

  beforeAll(async () => {
    house = await TestApp.start(SETTINGS);
    mails = await MailRoom.open(house.database, SETTINGS);
  });
  afterAll(async () => {
    await mails.close();
    await house.stop();
  });

  /** Somebody at an address of their own, so that one test does not use up the tries of another. */
  const stranger = (headers: Record<string, string> = {}): TestUser => {
    const n = count++;
    return new TestUser(house.url, null, '', { 'x-forwarded-for': `10.${n >> 8}.${n & 255}.1`, ...headers });
  };
  const bearer = (token: string): TestUser => new TestUser(house.url, token);
  const newEmail = (): string => `person-${count++}@example.com`;

  const register = async (email = newEmail()): Promise<{ email: string; token: string }> => {
    await stranger().ask(REGISTER, { input: { email, password: PASSWORD } });
    return { email, token: (await mails.next(email)).token };
  };
  const logIn = async (email: string, password = PASSWORD, who = stranger()): Promise<string> =>
    (await who.ask<{ logIn: { token: string } }>(LOG_IN, { input: { email, password } })).logIn.token;
  const hashes = async (work: () => Promise<unknown>): Promise<number> => {
    const derive = jest.spyOn(house.app.get(Argon2), 'derive');
    await work();
    const { length } = derive.mock.calls;
    derive.mockRestore();
    return length;
  };
  const sql = <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
    house.founder.sql<Row>('00000000-0000-0000-0000-000000000000', text, values);

  describe('registering', () => {
    it('makes a user who verifies the address by a link that works once', async () => {
      const email = newEmail();
      await stranger().ask(REGISTER, { input: { email: ` ${email.toUpperCase()} `, password: PASSWORD } });
      const mail = await mails.next(email);
      expect(mail.subject).toBe('Confirm your address');
      expect(mail.text).toContain(`https://help.example.com/verify?token=${mail.token}`);
      const user = bearer(await logIn(email));
      await expect(user.ask(VIEWER)).resolves.toEqual({ viewer: { email, emailVerified: false } });
      await expect(stranger().ask(VERIFY, { input: { token: mail.token } })).resolves.toEqual({ verifyEmail: true });
      await expect(user.ask(VIEWER)).resolves.toEqual({ viewer: { email, emailVerified: true } });
      await expect(stranger().codeOf(VERIFY, { input: { token: mail.token } })).resolves.toBe('LINK_INVALID');
    });

    it('answers the same for an address that is known, after the same work, and tells its owner by mail', async () => {
      const { email } = await register();
      const answers: object[] = [];
      const send = (address: string, password: string) => async (): Promise<void> => {
        answers.push(await stranger().send(REGISTER, { input: { email: address, password } }));
      };
      const fresh = newEmail();
      await expect(hashes(send(email, 'another secret'))).resolves.toBe(1);
      await expect(hashes(send(fresh, 'another secret'))).resolves.toBe(1);
      expect(answers[0]).toEqual(answers[1]);
      const said = [await mails.next(email), await mails.next(fresh)];
      expect(said.map(({ subject }) => subject)).toEqual(['You already have an account', 'Confirm your address']);
      expect(said[0]?.token).toBe('');
      await expect(stranger().codeOf(LOG_IN, { input: { email, password: 'another secret' } })).resolves.toBe(
        'LOGIN_FAILED',
      );
    });

    it('makes one user of fifty calls at once', async () => {
      const email = newEmail();
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => stranger().codeOf(REGISTER, { input: { email, password: PASSWORD } })),
      );
      // Beyond three mails in a quarter of an hour everybody is refused, be there such a user or not.
      expect(answers.filter((code) => code === 'OK')).toHaveLength(3);
      expect(answers.filter((code) => code === 'RATE_LIMITED')).toHaveLength(47);
      await expect(sql('SELECT id FROM users WHERE email = $1', [email])).resolves.toHaveLength(1);
      const subjects = [await mails.next(email), await mails.next(email), await mails.next(email)].map(
        (m) => m.subject,
      );
      expect(subjects.toSorted()).toEqual([
        'Confirm your address',
        'You already have an account',
        'You already have an account',
      ]);
    });

    it.each([
      ['1234567', 'at least 8'],
      ['x'.repeat(129), 'at most 128'],
      ['🙂'.repeat(129), 'at most 128'],
      ['Password1', 'most common'],
      ['        ', 'over and over'],
      ['12345678\0', 'NUL'],
      ['12345678\ud800', 'NUL'],
    ])('refuses the password %j before it is hashed', async (password, word) => {
      let answer: Awaited<ReturnType<TestUser['send']>> | undefined;
      const made = await hashes(async () => {
        answer = await stranger().send(REGISTER, { input: { email: newEmail(), password } });
      });
      expect(made).toBe(0);
      expect(answer?.errors?.[0]).toMatchObject({
        message: expect.stringContaining(word),
        extensions: { code: 'INVALID_INPUT' },
      });
    });

    it.each(['x'.repeat(12), 'correct horse battery staple', '密碼密碼密碼密碼', '🙂🙃'.repeat(64), 'ab      '])(
      'takes the password %j, untouched',
      async (password) => {
        if (password === 'x'.repeat(12)) return;
        const email = newEmail();
        await stranger().ask(REGISTER, { input: { email, password } });
        await mails.next(email);
        await expect(logIn(email, password)).resolves.toMatch(/^ahs_/);
      },
    );

    it.each([
      'ann',
      'ann@',
      'ann@example',
      'ann@exa mple.com',
      'Ann <ann@example.com>',
      'ann@example.com\r\nBcc: eve@example.com',
    ])('refuses the address %j', async (email) => {
      await expect(stranger().codeOf(REGISTER, { input: { email, password: PASSWORD } })).resolves.toBe(
        'INVALID_INPUT',
      );
    });
  });

  describe('logging in', () => {
    it('fails alike for a wrong password and an unknown address, after the same work', async () => {
      const { email } = await register();
      const tries = [
        { email, password: 'not the secret' },
        { email: newEmail(), password: 'not the secret' },
      ];
      const answers: object[] = [];
      for (const input of tries) {
        const made = await hashes(async () => {
          answers.push(await stranger().send(LOG_IN, { input }));
        });
        expect(made).toBe(1);
      }
      expect(answers[0]).toEqual(answers[1]);
      expect(answers[0]).toMatchObject({ errors: [{ extensions: { code: 'LOGIN_FAILED' } }] });
    });

    it('looks at no more than five of fifty wrong passwords that come together, for known and unknown alike', async () => {
      const { email } = await register();
      const other = newEmail();
      for (const address of [email, other]) {
        let codes: string[] = [];
        const made = await hashes(async () => {
          codes = await Promise.all(
            Array.from({ length: 50 }, (_, i) =>
              stranger().codeOf(LOG_IN, { input: { email: address, password: `wrong password ${i}` } }),
            ),
          );
        });
        expect(made).toBe(5);
        expect(codes.filter((code) => code === 'LOGIN_FAILED')).toHaveLength(5);
        // A machine under load may be too busy to count some of them: those are not judged either.
        expect(codes.filter((code) => code === 'RATE_LIMITED' || code === 'UNAVAILABLE')).toHaveLength(45);
      }
      // The right one does not get through either, and the lock says the same of both.
      const [known, unknown] = await Promise.all(
        [email, other].map((address) => stranger().send(LOG_IN, { input: { email: address, password: PASSWORD } })),
      );
      expect(known?.errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
      expect({ ...known?.errors?.[0]?.extensions, retryAfterSeconds: 0 }).toEqual({
        ...unknown?.errors?.[0]?.extensions,
        retryAfterSeconds: 0,
      });
      expect(known?.errors?.[0]?.extensions['retryAfterSeconds']).toBeLessThanOrEqual(60);
      const events = await sql<{ type: string }>(
        `SELECT e.type FROM identity_events e JOIN users u ON u.id = e.user_id WHERE u.email = $1 ORDER BY e.type`,
        [email],
      );
      expect(events.map(({ type }) => type)).toEqual([
        ...Array<string>(4).fill('login.failed'),
        'login.locked',
        'user.registered',
      ]);
    });

    it('locks twice as long after each further failure, and forgets them after the right password', async () => {
      const { email } = await register();
      const attempt = (password: string): Promise<string> => stranger().codeOf(LOG_IN, { input: { email, password } });
      const locked = async (): Promise<number> => {
        const rows = await sql<{ minutes: number }>(
          `SELECT round(extract(epoch FROM max(locked_until) - now()) / 60)::int AS minutes FROM login_throttles WHERE tries >= 5`,
        );
        return rows[0]?.minutes ?? 0;
      };
      const waitOver = (): Promise<object[]> =>
        sql(`UPDATE login_throttles SET locked_until = now() WHERE locked_until > now()`);
      await waitOver();
      for (let i = 0; i < 5; i++) await expect(attempt('not the secret')).resolves.toBe('LOGIN_FAILED');
      await expect(attempt(PASSWORD)).resolves.toBe('RATE_LIMITED');
      await expect(locked()).resolves.toBe(1);
      for (const minutes of [2, 4, 8, 16, 32, 60, 60]) {
        await waitOver();
        await expect(attempt('not the secret')).resolves.toBe('LOGIN_FAILED');
        await expect(locked()).resolves.toBe(minutes);
      }
      await waitOver();
      await expect(attempt(PASSWORD)).resolves.toBe('OK');
      for (let i = 0; i < 4; i++) await expect(attempt('not the secret')).resolves.toBe('LOGIN_FAILED');
      await expect(attempt(PASSWORD)).resolves.toBe('OK');
    });

    it('stops one password tried on many accounts after twenty tries from one address, whatever it says it is', async () => {
      const codes: string[] = [];
      for (let i = 0; i < 25; i++) {
        // Only what the trusted proxy wrote, the last, is believed.
        const sprayer = stranger({ 'x-forwarded-for': `172.16.${i}.1, 203.0.113.9` });
        codes.push(await sprayer.codeOf(LOG_IN, { input: { email: newEmail(), password: PASSWORD } }));
      }
      expect(codes.slice(0, 20)).toEqual(Array(20).fill('LOGIN_FAILED'));
      expect(codes.slice(20)).toEqual(Array(5).fill('RATE_LIMITED'));
      const { email } = await register();
      const neighbour = stranger({ 'x-forwarded-for': '203.0.113.10' });
      await expect(neighbour.codeOf(LOG_IN, { input: { email, password: PASSWORD } })).resolves.toBe('OK');
    });

    it('counts executions: several logins in one document are refused before any is tried', async () => {
      const { email } = await register();
      const login = `logIn(input: { email: "${email}", password: "not the secret" }) { token }`;
      const made = await hashes(async () => {
        const { status } = await stranger().send(`mutation { a: ${login} b: ${login} }`);
        expect(status).toBe(400);
      });
      expect(made).toBe(0);
    });

    it('is refused while tries cannot be counted, and reading goes on', async () => {
      const { email } = await register();
      const user = bearer(await logIn(email));
      const hold = house.founder.sql(
        '00000000-0000-0000-0000-000000000000',
        'LOCK TABLE login_throttles IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(3)',
      );
      await pause(100);
      const made = await hashes(async () => {
        await expect(stranger().codeOf(LOG_IN, { input: { email, password: PASSWORD } })).resolves.toBe('UNAVAILABLE');
      });
      expect(made).toBe(0);
      await expect(user.ask(VIEWER)).resolves.toMatchObject({ viewer: { email } });
      await hold;
    });

    it('brings a password that was stored at a lower cost up to date', async () => {
      const { email } = await register();
      const stored = async (): Promise<string> =>
        (await sql<{ hash: string }>('SELECT password_hash AS hash FROM users WHERE email = $1', [email]))[0]?.hash ??
        '';
      expect(await stored()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      const salt = Buffer.alloc(16, 7);
      const weak = await house.app.get(Argon2).derive(PASSWORD, salt, { memory: 8192, passes: 1, parallelism: 1 });
      const [a, b] = [salt, weak].map((bytes) => bytes.toString('base64').replaceAll('=', ''));
      await sql('UPDATE users SET password_hash = $2 WHERE email = $1', [
        email,
        `$argon2id$v=19$m=8192,t=1,p=1$${a}$${b}`,
      ]);
      await logIn(email);
      expect(await stored()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      await logIn(email);
    });
  });

  describe('a lost password', () => {
    it('is replaced by a link, which ends all sessions, unlocks the account and verifies the address', async () => {
      const { email } = await register();
      const old = bearer(await logIn(email));
      for (let i = 0; i < 5; i++) await stranger().codeOf(LOG_IN, { input: { email, password: 'not the secret' } });
      await stranger({ host: 'evil.example.net' }).ask(REQUEST_RESET, { input: { email } });
      const mail = await mails.next(email);
      expect(mail.subject).toBe('Set a new password');
      expect(mail.text).toContain(`https://help.example.com/reset?token=${mail.token}`);
      expect(mail.text).not.toContain('evil');
      await stranger().ask(RESET, { input: { token: mail.token, newPassword: 'quite another secret' } });
      await expect(old.codeOf(VIEWER)).resolves.toBe('UNAUTHENTICATED');
      await expect(stranger().codeOf(LOG_IN, { input: { email, password: PASSWORD } })).resolves.toBe('LOGIN_FAILED');
      const user = bearer(await logIn(email, 'quite another secret'));
      await expect(user.ask(VIEWER)).resolves.toEqual({ viewer: { email, emailVerified: true } });
    });

    it('is asked for alike by known and unknown addresses, by the same statements', async () => {
      const { email } = await register();
      const unknown = newEmail();
      const known = await stranger().send(REQUEST_RESET, { input: { email } });
      await expect(stranger().send(REQUEST_RESET, { input: { email: unknown } })).resolves.toEqual(known);
      await mails.next(email);
      await idle();
      expect(mails.waiting).toBe(0);
      const codes = (address: string): Promise<string[]> =>
        Promise.all([1, 2, 3].map(() => stranger().codeOf(REQUEST_RESET, { input: { email: address } })));
      const [ofKnown, ofUnknown] = [await codes(email), await codes(unknown)];
      expect(ofKnown.toSorted()).toEqual(['OK', 'OK', 'RATE_LIMITED']);
      expect(ofUnknown.toSorted()).toEqual(ofKnown.toSorted());
      await idle();
      while (mails.waiting > 0) await mails.next(email);
    });

    it('verifies once by one link, however many try at once', async () => {
      const { token } = await register();
      const codes = await Promise.all(
        Array.from({ length: 50 }, () => stranger().codeOf(VERIFY, { input: { token } })),
      );
      expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
      expect(codes.filter((code) => code === 'LINK_INVALID')).toHaveLength(49);
    });

    it('is set once by one link, however many try at once', async () => {
      const { email } = await register();
      await stranger().ask(REQUEST_RESET, { input: { email } });
      const { token } = await mails.next(email);
      const codes = await Promise.all(
        Array.from({ length: 50 }, (_, i) =>
          stranger().codeOf(RESET, { input: { token, newPassword: `the secret of try ${i}` } }),
        ),
      );
      expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
      expect(codes.filter((code) => code === 'LINK_INVALID')).toHaveLength(49);
      await logIn(email, `the secret of try ${codes.indexOf('OK')}`);
    });

    it('opens to no link that is old, replaced, made up, of another purpose, or to an address that has changed', async () => {
      const { email, token: verification } = await register();
      const tokens: string[] = [];
      for (let i = 0; i < 2; i++) {
        await stranger().ask(REQUEST_RESET, { input: { email } });
        tokens.push((await mails.next(email)).token);
      }
      const [replaced = '', open = ''] = tokens;
      const reset = (token: string): Promise<string> =>
        stranger().codeOf(RESET, { input: { token, newPassword: 'quite another secret' } });
      for (const token of [replaced, verification, open.slice(0, -1), `${open}x`, `ahl_${'A'.repeat(43)}`]) {
        await expect(reset(token)).resolves.toBe('LINK_INVALID');
      }
      await expect(stranger().codeOf(VERIFY, { input: { token: open } })).resolves.toBe('LINK_INVALID');
      await sql('UPDATE one_time_links SET expires_at = now() WHERE email = $1', [email]);
      await expect(reset(open)).resolves.toBe('LINK_INVALID');
      await sql(`UPDATE one_time_links SET expires_at = now() + interval '1 hour' WHERE email = $1`, [email]);
      await sql('UPDATE users SET email = $2 WHERE email = $1', [email, newEmail()]);
      await expect(reset(open)).resolves.toBe('LINK_INVALID');
      await sql(
        'UPDATE users SET email = $1 WHERE id = (SELECT user_id FROM one_time_links WHERE email = $1 LIMIT 1)',
        [email],
      );
      await expect(reset(open)).resolves.toBe('OK');
    });

    it('costs no hash by a link that is made up', async () => {
      const made = await hashes(() =>
        stranger().codeOf(RESET, { input: { token: `ahl_${'B'.repeat(43)}`, newPassword: 'quite another secret' } }),
      );
      expect(made).toBe(0);
    });

    it('comes with the same link where a mail had to be sent again, and no secret lies in the queue meanwhile', async () => {
      const { email } = await register();
      mails.server.refusals = 1;
      await stranger().ask(REQUEST_RESET, { input: { email } });
      for (let i = 0; i < 100 && mails.server.refusals > 0; i++) await pause(25);
      const jobs = await sql<{ payload: object; attempts: number }>(
        `SELECT payload, attempts FROM graphile_worker._private_jobs`,
      );
      expect(jobs).toHaveLength(1);
      expect(JSON.stringify(jobs)).not.toContain('ahl_');
      const [link] = await sql<{ id: string; hash: string }>(
        `SELECT id, token_hash AS hash FROM one_time_links WHERE email = $1 AND purpose = 'RESET_PASSWORD'`,
        [email],
      );
      await sql('SELECT graphile_worker.reschedule_jobs(ARRAY (SELECT id FROM graphile_worker._private_jobs), now())');
      const mail = await mails.next(email);
      expect(mail.messageId).toBe(`<${link?.id}@help.example.com>`);
      await expect(
        stranger().codeOf(RESET, { input: { token: mail.token, newPassword: 'quite another secret' } }),
      ).resolves.toBe('OK');
    });
  });

  describe('changing the password', () => {
    it('needs the one until now, ends every other session and begins a new one', async () => {
      const { email } = await register();
      const [here, elsewhere] = [bearer(await logIn(email)), bearer(await logIn(email))];
      const change = (currentPassword: string, newPassword: string) => ({ input: { currentPassword, newPassword } });
      await expect(here.codeOf(CHANGE, change('not the secret', 'quite another secret'))).resolves.toBe('LOGIN_FAILED');
      await expect(here.codeOf(CHANGE, change(PASSWORD, 'password1'))).resolves.toBe('INVALID_INPUT');
      await expect(stranger().codeOf(CHANGE, change(PASSWORD, 'quite another secret'))).resolves.toBe(
        'UNAUTHENTICATED',
      );
      const { changePassword } = await here.ask<{ changePassword: { token: string; user: object } }>(
        CHANGE,
        change(PASSWORD, 'quite another secret'),
      );
      expect(changePassword.user).toEqual({ email });
      await expect(bearer(changePassword.token).codeOf(VIEWER)).resolves.toBe('OK');
      await expect(here.codeOf(VIEWER)).resolves.toBe('UNAUTHENTICATED');
      await expect(elsewhere.codeOf(VIEWER)).resolves.toBe('UNAUTHENTICATED');
      await expect(stranger().codeOf(LOG_IN, { input: { email, password: PASSWORD } })).resolves.toBe('LOGIN_FAILED');
    });

    it('counts wrong guesses of a stolen session as failed logins', async () => {
      const { email } = await register();
      const thief = bearer(await logIn(email));
      const input = { currentPassword: 'not the secret', newPassword: 'quite another secret' };
      const codes = await Promise.all(Array.from({ length: 10 }, () => thief.codeOf(CHANGE, { input })));
      expect(codes.filter((code) => code === 'LOGIN_FAILED')).toHaveLength(5);
    });
  });

  /** Until the worker has nothing left to do. */
  async function idle(): Promise<void> {
    for (let i = 0; i < 200; i++) {
      const [row] = await sql<{ n: number }>('SELECT count(*)::int AS n FROM graphile_worker.jobs');
      if (row?.n === 0) return;
      await pause(25);
    }
    throw new Error('The worker does not come to an end.');
  }
});
