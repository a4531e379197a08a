import { setTimeout as pause } from 'node:timers/promises';
import { IdentityHouse, PASSWORD } from '../support/identity/identity-house';
import { IDENTITY } from '../support/identity/identity-operations';
import { TestBrowser } from '../support/identity/test-browser';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const { LOG_IN, LOG_OUT, VIEWER, SESSIONS, REVOKE_SESSION } = IDENTITY;
const HOME = { origin: 'https://help.example.com' };

interface Listed {
  viewer: { sessions: { id: string; userAgent: string | null; isCurrent: boolean }[] };
}

describe('sessions', () => {
  let house: IdentityHouse;

  beforeAll(async () => {
    house = await IdentityHouse.open();
  });
  afterAll(() => house.close());

  const somebody = async (): Promise<{ email: string; user: TestUser; token: string }> => {
    const { email } = await house.register();
    const token = await house.logIn(email);
    return { email, token, user: house.bearer(token) };
  };

  describe('in a browser', () => {
    it('are a cookie that no script reads, no other site sends along and no other host sets', async () => {
      const { email } = await house.register();
      const browser = new TestBrowser(house.url, HOME);
      const { data } = await browser.send<{ logIn: { token: string } }>(LOG_IN, {
        input: { email, password: PASSWORD },
      });
      expect(browser.lastSetCookie).toMatch(
        /^__Host-sid=ahs_[\w-]{43}; Path=\/; Expires=[^;]+ GMT; HttpOnly; Secure; SameSite=Lax$/,
      );
      expect(browser.lastSetCookie).toContain(data.logIn.token);
      await expect(browser.send(VIEWER)).resolves.toMatchObject({ data: { viewer: { email } } });
      const elsewhere: Record<string, string>[] = [{ origin: 'https://evil.example.net' }, { origin: 'null' }, {}];
      for (const headers of elsewhere) {
        await expect(browser.elsewhere(headers).send(LOG_OUT)).resolves.toMatchObject({ status: 403 });
      }
      await expect(browser.send(VIEWER)).resolves.toMatchObject({ data: { viewer: { email } } });
    });

    it('begin anew with each login, whatever cookie was there before, and end the one before', async () => {
      const { email } = await house.register();
      const planted = `__Host-sid=ahs_${'A'.repeat(43)}`;
      const browser = new TestBrowser(house.url, HOME, planted);
      await expect(browser.send(VIEWER)).resolves.toMatchObject({ data: { viewer: null } });
      expect(browser.lastSetCookie).toMatch(/^__Host-sid=; .*Expires=Thu, 01 Jan 1970/);
      const victim = new TestBrowser(house.url, HOME, planted);
      const first = await victim.send<{ logIn: { token: string } }>(LOG_IN, { input: { email, password: PASSWORD } });
      expect(first.data.logIn.token).not.toContain('AAAA');
      const second = await victim.send<{ logIn: { token: string } }>(LOG_IN, { input: { email, password: PASSWORD } });
      expect(second.data.logIn.token).not.toBe(first.data.logIn.token);
      await expect(house.bearer(first.data.logIn.token).codeOf(VIEWER)).resolves.toBe('UNAUTHENTICATED');
      await expect(victim.send(VIEWER)).resolves.toMatchObject({ data: { viewer: { email } } });
    });

    it('take no cookie of another name, and no key in a cookie', async () => {
      const { token, user } = await somebody();
      await house.sql('UPDATE users SET email_verified_at = now()');
      const { createApiKey } = await user.ask<{ createApiKey: { token: string } }>(IDENTITY.CREATE_KEY, {
        input: { idempotencyKey: 'a-key-for-cookies', name: 'Key', scopes: ['READ'] },
      });
      for (const cookie of [`sid=${token}`, `__Host-sid=${createApiKey.token}`]) {
        await expect(new TestBrowser(house.url, HOME, cookie).send(VIEWER)).resolves.toMatchObject({
          data: { viewer: null },
        });
      }
    });

    it('end with the logout, here and everywhere', async () => {
      const { email } = await house.register();
      const browser = new TestBrowser(house.url, HOME);
      const { data } = await browser.send<{ logIn: { token: string } }>(LOG_IN, {
        input: { email, password: PASSWORD },
      });
      await expect(browser.send(LOG_OUT)).resolves.toMatchObject({ data: { logOut: true } });
      expect(browser.lastSetCookie).toMatch(/^__Host-sid=; .*Expires=Thu, 01 Jan 1970/);
      await expect(house.bearer(data.logIn.token).codeOf(VIEWER)).resolves.toBe('UNAUTHENTICATED');
      await expect(house.stranger().codeOf(LOG_OUT)).resolves.toBe('OK');
    });

    it('have a plain cookie where people work on http, which browsers would not take otherwise', async () => {
      const plain = await TestApp.start();
      const browser = new TestBrowser(plain.url, { origin: 'http://localhost:0' });
      const email = 'ann@example.com';
      await browser.send(IDENTITY.REGISTER, { input: { email, password: PASSWORD } });
      await browser.send(LOG_IN, { input: { email, password: PASSWORD } });
      expect(browser.lastSetCookie).toMatch(/^sid=ahs_[\w-]{43}; Path=\/; Expires=[^;]+ GMT; HttpOnly; SameSite=Lax$/);
      await expect(browser.send(VIEWER)).resolves.toMatchObject({ data: { viewer: { email } } });
      await plain.stop();
    });

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
      'cannot be begun or ended by a form of another site (%s)',
      async (type) => {
        const { token } = await somebody();
        const response = await fetch(`${house.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': type, cookie: `__Host-sid=${token}` },
          body: JSON.stringify({ query: LOG_OUT }),
        });
        expect(response.status).toBe(415);
        await expect(house.bearer(token).codeOf(VIEWER)).resolves.toBe('OK');
      },
    );
  });

  describe('of a user', () => {
    it('are listed, and ended one by one by nobody else', async () => {
      const { email, user, token } = await somebody();
      const phone = house.bearer(await house.logIn(email, PASSWORD, house.stranger({ 'user-agent': 'A phone' })));
      const { viewer } = await user.ask<Listed>(SESSIONS);
      expect(viewer.sessions).toHaveLength(2);
      const [other] = viewer.sessions.filter(({ isCurrent }) => !isCurrent);
      expect(other?.userAgent).toBe('A phone');
      const revoke = { input: { sessionId: other?.id } };
      const { user: eve } = await somebody();
      await expect(eve.codeOf(REVOKE_SESSION, revoke)).resolves.toBe('NOT_FOUND');
      await expect(house.stranger().codeOf(REVOKE_SESSION, revoke)).resolves.toBe('UNAUTHENTICATED');
      await expect(phone.codeOf(VIEWER)).resolves.toBe('OK');
      await expect(user.codeOf(REVOKE_SESSION, revoke)).resolves.toBe('OK');
      await expect(phone.codeOf(VIEWER)).resolves.toBe('UNAUTHENTICATED');
      await expect(user.codeOf(REVOKE_SESSION, revoke)).resolves.toBe('NOT_FOUND');
      expect(JSON.stringify(await user.ask(SESSIONS))).not.toContain(token);
    });

    it('are found by their ids, as the user is, and by nobody else', async () => {
      const { user } = await somebody();
      const { user: eve } = await somebody();
      const { viewer } = await user.ask<Listed & { viewer: { id: string } }>(
        '{ viewer { id sessions { id isCurrent } } }',
      );
      const ids = [viewer.id, ...viewer.sessions.map(({ id }) => id)];
      const find = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';
      await expect(user.ask(find, { ids })).resolves.toEqual({
        nodes: [
          { __typename: 'User', id: ids[0] },
          { __typename: 'Session', id: ids[1] },
        ],
      });
      await expect(eve.ask(find, { ids })).resolves.toEqual({ nodes: [null, null] });
      await expect(house.stranger().ask(find, { ids })).resolves.toEqual({ nodes: [null, null] });
    });

    it('are a hundred at most: one more ends the one that was used least recently', async () => {
      const { email, user } = await somebody();
      await house.sql(
        `INSERT INTO sessions (id, user_id, token_hash, last_seen_at, expires_at)
         SELECT gen_random_uuid(), u.id, gen_random_uuid()::text, now() - interval '1 hour', now() + interval '1 day'
         FROM users u, generate_series(1, 99) WHERE u.email = $1`,
        [email],
      );
      await house.sql(
        `UPDATE sessions SET last_seen_at = now() - interval '1 day' WHERE id = (
           SELECT s.id FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.email = $1 ORDER BY s.created_at LIMIT 1)`,
        [email],
      );
      const newest = house.bearer(await house.logIn(email));
      await expect(user.codeOf(VIEWER)).resolves.toBe('UNAUTHENTICATED');
      expect((await newest.ask<Listed>(SESSIONS)).viewer.sessions).toHaveLength(100);
    });
  });

  describe('end by themselves', () => {
    const age = (email: string, column: string, interval: string): Promise<object[]> =>
      house.sql(
        `UPDATE sessions SET ${column} = now() - $2::interval FROM users u WHERE u.id = user_id AND u.email = $1`,
        [email, interval],
      );

    /** The time of last use is written beside the request: what ages a session afterwards waits for it. */
    const usedAgain = async (email: string): Promise<void> => {
      for (;;) {
        const [row] = await house.sql<{ used: boolean }>(
          `SELECT bool_and(last_seen_at > now() - interval '1 hour') AS used
           FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.email = $1`,
          [email],
        );
        if (row?.used) return;
        await pause(25);
      }
    };

    it('after fourteen days without use, and after ninety days', async () => {
      const { email, user } = await somebody();
      await age(email, 'last_seen_at', '13 days 23 hours');
      await expect(user.codeOf(VIEWER)).resolves.toBe('OK');
      await usedAgain(email);
      await age(email, 'last_seen_at', '14 days 1 minute');
      await expect(user.codeOf(VIEWER)).resolves.toBe('UNAUTHENTICATED');
      const again = await somebody();
      const [row] = await house.sql<{ days: number }>(
        `SELECT extract(day FROM expires_at - s.created_at)::int AS days FROM sessions s JOIN users u ON u.id = user_id WHERE u.email = $1`,
        [again.email],
      );
      expect(row?.days).toBe(90);
      await age(again.email, 'expires_at', '1 second');
      await expect(again.user.codeOf(VIEWER)).resolves.toBe('UNAUTHENTICATED');
    });

    it('sooner where they open more: after twelve hours without use, and seven days, for people of the company', async () => {
      const community = await house.api.founder.community();
      const look = `{ community(slug: "${community.slug}") { name } }`;
      const marked = async (user: TestUser, email: string): Promise<boolean> => {
        await user.ask(look);
        for (let i = 0; i < 40; i++) {
          const [row] = await house.sql<{ staff: boolean }>(
            'SELECT bool_and(staff) AS staff FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.email = $1',
            [email],
          );
          if (row?.staff) return true;
          await pause(25);
        }
        return false;
      };
      const join = (email: string, role: string): Promise<object[]> =>
        house.api.founder.sql(
          community.key,
          `INSERT INTO members (community_id, id, user_id, handle, display_name, role)
           SELECT $1, gen_random_uuid(), u.id, 'h' || substr(u.id::text, 25), 'Name', $3 FROM users u WHERE u.email = $2`,
          [community.key, email, role],
        );
      const [lead, customer] = [await somebody(), await somebody()];
      await join(lead.email, 'LEAD');
      await join(customer.email, 'CUSTOMER');
      await expect(marked(lead.user, lead.email)).resolves.toBe(true);
      await expect(marked(customer.user, customer.email)).resolves.toBe(false);
      await age(lead.email, 'last_seen_at', '12 hours 1 minute');
      await age(customer.email, 'last_seen_at', '12 hours 1 minute');
      await expect(lead.user.codeOf(look)).resolves.toBe('UNAUTHENTICATED');
      await expect(customer.user.codeOf(look)).resolves.toBe('OK');
      await age(lead.email, 'last_seen_at', '1 hour');
      await age(lead.email, 'created_at', '6 days 23 hours');
      await expect(lead.user.codeOf(look)).resolves.toBe('OK');
      await age(lead.email, 'created_at', '7 days 1 minute');
      await expect(lead.user.codeOf(look)).resolves.toBe('UNAUTHENTICATED');
    });

    it('but know when they were last used only to within minutes, so that reading writes nothing', async () => {
      const { email, user } = await somebody();
      const seen = async (): Promise<number> => {
        const [row] = await house.sql<{ seconds: number }>(
          'SELECT extract(epoch FROM now() - last_seen_at)::float8 AS seconds FROM sessions s JOIN users u ON u.id = user_id WHERE u.email = $1',
          [email],
        );
        return row?.seconds ?? 0;
      };
      await age(email, 'last_seen_at', '4 minutes');
      await user.ask(VIEWER);
      await pause(100);
      expect(await seen()).toBeGreaterThan(200);
      await age(email, 'last_seen_at', '6 minutes');
      await user.ask(VIEWER);
      for (let i = 0; i < 100 && (await seen()) > 200; i++) await pause(25);
      expect(await seen()).toBeLessThan(200);
    });
  });
});
