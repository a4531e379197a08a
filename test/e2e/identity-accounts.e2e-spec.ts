import { setTimeout as pause } from 'node:timers/promises';
import { hashToken } from '@app/identity';
import { IdentityHouse, PASSWORD } from '../support/identity/identity-house';
import { IDENTITY } from '../support/identity/identity-operations';
import type { TestUser } from '../support/test-user';

const { REGISTER, LOG_IN, VERIFY, REQUEST_RESET, REQUEST_VERIFICATION, RESET, VIEWER } = IDENTITY;

describe('accounts', () => {
  let house: IdentityHouse;

  beforeAll(async () => {
    house = await IdentityHouse.open();
  });
  afterAll(() => house.close());

  describe('registering', () => {
    it('makes a user who verifies the address by a link that works once', async () => {
      const email = house.newEmail();
      await house.stranger().ask(REGISTER, { input: { email: ` ${email.toUpperCase()} `, password: PASSWORD } });
      const mail = await house.mails.next(email);
      expect(mail.subject).toBe('Confirm your address');
      expect(mail.text).toContain(`https://help.example.com/verify?token=${mail.token}`);
      const user = house.bearer(await house.logIn(email));
      await expect(user.ask(VIEWER)).resolves.toEqual({ viewer: { email, emailVerified: false } });
      await expect(house.stranger().ask(VERIFY, { input: { token: mail.token } })).resolves.toEqual({
        verifyEmail: true,
      });
      await expect(user.ask(VIEWER)).resolves.toEqual({ viewer: { email, emailVerified: true } });
      await expect(house.stranger().codeOf(VERIFY, { input: { token: mail.token } })).resolves.toBe('LINK_INVALID');
    });

    it('answers the same for an address that is known, after the same work, and tells its owner by mail', async () => {
      const { email } = await house.register();
      const answers: object[] = [];
      const send = (address: string, password: string) => async (): Promise<void> => {
        answers.push(await house.stranger().send(REGISTER, { input: { email: address, password } }));
      };
      const fresh = house.newEmail();
      await expect(house.hashes(send(email, 'another secret'))).resolves.toBe(1);
      await expect(house.hashes(send(fresh, 'another secret'))).resolves.toBe(1);
      expect(answers[0]).toEqual(answers[1]);
      const said = [await house.mails.next(email), await house.mails.next(fresh)];
      expect(said.map(({ subject }) => subject)).toEqual(['You already have an account', 'Confirm your address']);
      expect(said[0]?.token).toBe('');
      await expect(house.stranger().codeOf(LOG_IN, { input: { email, password: 'another secret' } })).resolves.toBe(
        'LOGIN_FAILED',
      );
    });

    it('sends another link to who asks and is not verified yet, and none to who is', async () => {
      const { email, token } = await house.register();
      const user = house.bearer(await house.logIn(email));
      await expect(house.stranger().codeOf(REQUEST_VERIFICATION)).resolves.toBe('UNAUTHENTICATED');
      await user.ask(REQUEST_VERIFICATION);
      const next = await house.mails.next(email);
      expect(next.token).not.toBe(token);
      await expect(user.codeOf(VERIFY, { input: { token } })).resolves.toBe('LINK_INVALID');
      await expect(user.codeOf(VERIFY, { input: { token: next.token } })).resolves.toBe('OK');
      await user.ask(REQUEST_VERIFICATION);
      await house.idle();
      expect(house.mails.waiting).toBe(0);
    });

    it('makes one user of fifty calls at once', async () => {
      const email = house.newEmail();
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => house.stranger().codeOf(REGISTER, { input: { email, password: PASSWORD } })),
      );
      // Beyond three mails in a quarter of an hour everybody is refused, be there such a user or not.
      expect(answers.filter((code) => code === 'OK')).toHaveLength(3);
      expect(answers.filter((code) => code === 'RATE_LIMITED')).toHaveLength(47);
      await expect(house.sql('SELECT id FROM users WHERE email = $1', [email])).resolves.toHaveLength(1);
      const subjects = [
        await house.mails.next(email),
        await house.mails.next(email),
        await house.mails.next(email),
      ].map((m) => m.subject);
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
      const made = await house.hashes(async () => {
        answer = await house.stranger().send(REGISTER, { input: { email: house.newEmail(), password } });
      });
      expect(made).toBe(0);
      expect(answer?.errors?.[0]).toMatchObject({
        message: expect.stringContaining(word),
        extensions: { code: 'INVALID_INPUT' },
      });
    });

    it.each(['correct horse battery staple', '密碼密碼密碼密碼', '🙂🙃'.repeat(64), 'ab      '])(
      'takes the password %j, untouched',
      async (password) => {
        const email = house.newEmail();
        await house.stranger().ask(REGISTER, { input: { email, password } });
        await house.mails.next(email);
        await expect(house.logIn(email, password)).resolves.toMatch(/^ahs_/);
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
      await expect(house.stranger().codeOf(REGISTER, { input: { email, password: PASSWORD } })).resolves.toBe(
        'INVALID_INPUT',
      );
    });
  });

  describe('a lost password', () => {
    it('is replaced by a link, which ends all sessions, unlocks the account and verifies the address', async () => {
      const { email } = await house.register();
      const old = house.bearer(await house.logIn(email));
      for (let i = 0; i < 5; i++)
        await house.stranger().codeOf(LOG_IN, { input: { email, password: 'not the secret' } });
      await house.stranger({ host: 'evil.example.net' }).ask(REQUEST_RESET, { input: { email } });
      const mail = await house.mails.next(email);
      expect(mail.subject).toBe('Set a new password');
      expect(mail.text).toContain(`https://help.example.com/reset?token=${mail.token}`);
      expect(mail.text).not.toContain('evil');
      await house.stranger().ask(RESET, { input: { token: mail.token, newPassword: 'quite another secret' } });
      await expect(old.codeOf(VIEWER)).resolves.toBe('UNAUTHENTICATED');
      await expect(house.stranger().codeOf(LOG_IN, { input: { email, password: PASSWORD } })).resolves.toBe(
        'LOGIN_FAILED',
      );
      const user = house.bearer(await house.logIn(email, 'quite another secret'));
      await expect(user.ask(VIEWER)).resolves.toEqual({ viewer: { email, emailVerified: true } });
    });

    it('is asked for alike by known and unknown addresses, by the same statements', async () => {
      const { email } = await house.register();
      const unknown = house.newEmail();
      const known = await house.stranger().send(REQUEST_RESET, { input: { email } });
      await expect(house.stranger().send(REQUEST_RESET, { input: { email: unknown } })).resolves.toEqual(known);
      await house.mails.next(email);
      await house.idle();
      expect(house.mails.waiting).toBe(0);
      const codes = (address: string): Promise<string[]> =>
        Promise.all([1, 2, 3].map(() => house.stranger().codeOf(REQUEST_RESET, { input: { email: address } })));
      const [ofKnown, ofUnknown] = [await codes(email), await codes(unknown)];
      expect(ofKnown.toSorted()).toEqual(['OK', 'OK', 'RATE_LIMITED']);
      expect(ofUnknown.toSorted()).toEqual(ofKnown.toSorted());
      await house.idle();
      while (house.mails.waiting > 0) await house.mails.next(email);
    });

    it('verifies once by one link, however many try at once', async () => {
      const { token } = await house.register();
      const codes = await Promise.all(
        Array.from({ length: 50 }, () => house.stranger().codeOf(VERIFY, { input: { token } })),
      );
      expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
      expect(codes.filter((code) => code === 'LINK_INVALID')).toHaveLength(49);
    });

    it('is set once by one link, however many try at once', async () => {
      const { email } = await house.register();
      await house.stranger().ask(REQUEST_RESET, { input: { email } });
      const { token } = await house.mails.next(email);
      const codes = await Promise.all(
        Array.from({ length: 50 }, (_, i) =>
          house.stranger().codeOf(RESET, { input: { token, newPassword: `the secret of try ${i}` } }),
        ),
      );
      expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
      expect(codes.filter((code) => code === 'LINK_INVALID')).toHaveLength(49);
      await house.logIn(email, `the secret of try ${codes.indexOf('OK')}`);
    });

    it('opens to no link that is old, replaced, made up, of another purpose, or to an address that has changed', async () => {
      const { email, token: verification } = await house.register();
      const tokens: string[] = [];
      for (let i = 0; i < 2; i++) {
        await house.stranger().ask(REQUEST_RESET, { input: { email } });
        tokens.push((await house.mails.next(email)).token);
      }
      const [replaced = '', open = ''] = tokens;
      const reset = (token: string): Promise<string> =>
        house.stranger().codeOf(RESET, { input: { token, newPassword: 'quite another secret' } });
      for (const token of [replaced, verification, open.slice(0, -1), `${open}x`, `ahl_${'A'.repeat(43)}`]) {
        await expect(reset(token)).resolves.toBe('LINK_INVALID');
      }
      await expect(house.stranger().codeOf(VERIFY, { input: { token: open } })).resolves.toBe('LINK_INVALID');
      await house.sql('UPDATE one_time_links SET expires_at = now() WHERE email = $1', [email]);
      await expect(reset(open)).resolves.toBe('LINK_INVALID');
      await house.sql(`UPDATE one_time_links SET expires_at = now() + interval '1 hour' WHERE email = $1`, [email]);
      await house.sql('UPDATE users SET email = $2 WHERE email = $1', [email, house.newEmail()]);
      await expect(reset(open)).resolves.toBe('LINK_INVALID');
      await house.sql(
        'UPDATE users SET email = $1 WHERE id = (SELECT user_id FROM one_time_links WHERE email = $1 LIMIT 1)',
        [email],
      );
      await expect(reset(open)).resolves.toBe('OK');
    });

    it('costs no hash by a link that is made up', async () => {
      const made = await house.hashes(() =>
        house
          .stranger()
          .codeOf(RESET, { input: { token: `ahl_${'B'.repeat(43)}`, newPassword: 'quite another secret' } }),
      );
      expect(made).toBe(0);
    });

    it('comes with the same link where a mail had to be sent again, and no secret lies in the queue meanwhile', async () => {
      const { email } = await house.register();
      house.mails.server.refusals = 1;
      await house.stranger().ask(REQUEST_RESET, { input: { email } });
      for (let i = 0; i < 100 && house.mails.server.refusals > 0; i++) await pause(25);
      const jobs = await house.sql<{ payload: object; attempts: number }>(
        `SELECT payload, attempts FROM graphile_worker._private_jobs`,
      );
      expect(jobs).toHaveLength(1);
      expect(JSON.stringify(jobs)).not.toContain('ahl_');
      const [link] = await house.sql<{ id: string; hash: string }>(
        `SELECT id, token_hash AS hash FROM one_time_links WHERE email = $1 AND purpose = 'RESET_PASSWORD'`,
        [email],
      );
      await house.sql(
        'SELECT graphile_worker.reschedule_jobs(ARRAY (SELECT id FROM graphile_worker._private_jobs), now())',
      );
      const mail = await house.mails.next(email);
      expect(mail.messageId).toBe(`<${link?.id}@help.example.com>`);
      await expect(
        house.stranger().codeOf(RESET, { input: { token: mail.token, newPassword: 'quite another secret' } }),
      ).resolves.toBe('OK');
    });
  });

  describe('what is over', () => {
    it('is taken away after thirty days, and what is not stays', async () => {
      const { email } = await house.register();
      const live = house.bearer(await house.logIn(email));
      const over = await house.logIn(email);
      await house.sql(`UPDATE sessions SET revoked_at = now() - interval '31 days' WHERE token_hash = $1`, [
        hashToken(over),
      ]);
      await house.sql(`UPDATE one_time_links SET expires_at = now() - interval '31 days' WHERE email = $1`, [email]);
      await house.sql(`UPDATE login_throttles SET forget_at = now() - interval '1 second'`);
      await house.sql(`SELECT graphile_worker.add_job('tidy_identity')`);
      await house.idle();
      const counted = await house.sql<{ n: number }>(
        `SELECT count(*)::int AS n FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.email = $1
         UNION ALL SELECT count(*)::int FROM one_time_links WHERE email = $1
         UNION ALL SELECT count(*)::int FROM login_throttles`,
        [email],
      );
      expect(counted.map(({ n }) => n)).toEqual([1, 0, 0]);
      await expect(live.codeOf(VIEWER)).resolves.toBe('OK');
    });
  });
});
