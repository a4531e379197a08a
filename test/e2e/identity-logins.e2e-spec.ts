import { Argon2 } from '@app/identity';
import { Client } from 'pg';
import { IdentityHouse, PASSWORD } from '../support/identity/identity-house';
import { IDENTITY } from '../support/identity/identity-operations';

const { LOG_IN, CHANGE, VIEWER } = IDENTITY;

describe('logins', () => {
  let house: IdentityHouse;

  beforeAll(async () => {
    house = await IdentityHouse.open();
  });
  afterAll(() => house.close());

  describe('logging in', () => {
    it('fails alike for a wrong password and an unknown address, after the same work', async () => {
      const { email } = await house.register();
      const tries = [
        { email, password: 'not the secret' },
        { email: house.newEmail(), password: 'not the secret' },
      ];
      const answers: object[] = [];
      for (const input of tries) {
        const made = await house.hashes(async () => {
          answers.push(await house.stranger().send(LOG_IN, { input }));
        });
        expect(made).toBe(1);
      }
      expect(answers[0]).toEqual(answers[1]);
      expect(answers[0]).toMatchObject({ errors: [{ extensions: { code: 'LOGIN_FAILED' } }] });
    });

    it('looks at no more than five of fifty wrong passwords that come together, for known and unknown alike', async () => {
      const { email } = await house.register();
      const other = house.newEmail();
      for (const address of [email, other]) {
        let codes: string[] = [];
        const made = await house.hashes(async () => {
          codes = await Promise.all(
            Array.from({ length: 50 }, (_, i) =>
              house.stranger().codeOf(LOG_IN, { input: { email: address, password: `wrong password ${i}` } }),
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
        [email, other].map((address) =>
          house.stranger().send(LOG_IN, { input: { email: address, password: PASSWORD } }),
        ),
      );
      expect(known?.errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
      expect({ ...known?.errors?.[0]?.extensions, retryAfterSeconds: 0 }).toEqual({
        ...unknown?.errors?.[0]?.extensions,
        retryAfterSeconds: 0,
      });
      expect(known?.errors?.[0]?.extensions['retryAfterSeconds']).toBeLessThanOrEqual(60);
      const events = await house.sql<{ type: string }>(
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
      const { email } = await house.register();
      const attempt = (password: string): Promise<string> =>
        house.stranger().codeOf(LOG_IN, { input: { email, password } });
      const locked = async (): Promise<number> => {
        const rows = await house.sql<{ minutes: number }>(
          `SELECT round(extract(epoch FROM max(locked_until) - now()) / 60)::int AS minutes FROM login_throttles WHERE tries >= 5`,
        );
        return rows[0]?.minutes ?? 0;
      };
      const waitOver = (): Promise<object[]> =>
        house.sql(`UPDATE login_throttles SET locked_until = now() WHERE locked_until > now()`);
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
        const sprayer = house.stranger({ 'x-forwarded-for': `172.16.${i}.1, 203.0.113.9` });
        codes.push(await sprayer.codeOf(LOG_IN, { input: { email: house.newEmail(), password: PASSWORD } }));
      }
      expect(codes.slice(0, 20)).toEqual(Array(20).fill('LOGIN_FAILED'));
      expect(codes.slice(20)).toEqual(Array(5).fill('RATE_LIMITED'));
      const { email } = await house.register();
      const neighbour = house.stranger({ 'x-forwarded-for': '203.0.113.10' });
      await expect(neighbour.codeOf(LOG_IN, { input: { email, password: PASSWORD } })).resolves.toBe('OK');
    });

    it('counts executions: several logins in one document are refused before any is tried', async () => {
      const { email } = await house.register();
      const login = `house.logIn(input: { email: "${email}", password: "not the secret" }) { token }`;
      const made = await house.hashes(async () => {
        const { status } = await house.stranger().send(`mutation { a: ${login} b: ${login} }`);
        expect(status).toBe(400);
      });
      expect(made).toBe(0);
    });

    it('is refused while tries cannot be counted, and reading goes on', async () => {
      const { email } = await house.register();
      const user = house.bearer(await house.logIn(email));
      const owner = new Client({ connectionString: house.api.database.ownerUrl });
      await owner.connect();
      await owner.query('BEGIN');
      await owner.query('LOCK TABLE login_throttles IN ACCESS EXCLUSIVE MODE');
      const made = await house.hashes(async () => {
        const { errors } = await house.stranger().send(LOG_IN, { input: { email, password: PASSWORD } });
        expect(errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
      });
      expect(made).toBe(0);
      await expect(user.ask(VIEWER)).resolves.toMatchObject({ viewer: { email } });
      await owner.end();
    });

    it('brings a password that was stored at a lower cost up to date', async () => {
      const { email } = await house.register();
      const stored = async (): Promise<string> =>
        (await house.sql<{ hash: string }>('SELECT password_hash AS hash FROM users WHERE email = $1', [email]))[0]
          ?.hash ?? '';
      expect(await stored()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      const salt = Buffer.alloc(16, 7);
      const weak = await house.api.app.get(Argon2).derive(PASSWORD, salt, { memory: 8192, passes: 1, parallelism: 1 });
      const [a, b] = [salt, weak].map((bytes) => bytes.toString('base64').replaceAll('=', ''));
      await house.sql('UPDATE users SET password_hash = $2 WHERE email = $1', [
        email,
        `$argon2id$v=19$m=8192,t=1,p=1$${a}$${b}`,
      ]);
      await house.logIn(email);
      expect(await stored()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      await house.logIn(email);
    });
  });

  describe('changing the password', () => {
    it('needs the one until now, ends every other session and begins a new one', async () => {
      const { email } = await house.register();
      const [here, elsewhere] = [house.bearer(await house.logIn(email)), house.bearer(await house.logIn(email))];
      const change = (currentPassword: string, newPassword: string) => ({ input: { currentPassword, newPassword } });
      await expect(here.codeOf(CHANGE, change('not the secret', 'quite another secret'))).resolves.toBe('LOGIN_FAILED');
      await expect(here.codeOf(CHANGE, change(PASSWORD, 'password1'))).resolves.toBe('INVALID_INPUT');
      await expect(house.stranger().codeOf(CHANGE, change(PASSWORD, 'quite another secret'))).resolves.toBe(
        'UNAUTHENTICATED',
      );
      const { changePassword } = await here.ask<{ changePassword: { token: string; user: object } }>(
        CHANGE,
        change(PASSWORD, 'quite another secret'),
      );
      expect(changePassword.user).toEqual({ email });
      await expect(house.bearer(changePassword.token).codeOf(VIEWER)).resolves.toBe('OK');
      await expect(here.codeOf(VIEWER)).resolves.toBe('UNAUTHENTICATED');
      await expect(elsewhere.codeOf(VIEWER)).resolves.toBe('UNAUTHENTICATED');
      await expect(house.stranger().codeOf(LOG_IN, { input: { email, password: PASSWORD } })).resolves.toBe(
        'LOGIN_FAILED',
      );
    });

    it('counts wrong guesses of a stolen session as failed logins', async () => {
      const { email } = await house.register();
      const thief = house.bearer(await house.logIn(email));
      const input = { currentPassword: 'not the secret', newPassword: 'quite another secret' };
      const codes = await Promise.all(Array.from({ length: 10 }, () => thief.codeOf(CHANGE, { input })));
      expect(codes.filter((code) => code === 'LOGIN_FAILED')).toHaveLength(5);
    });
  });
});
