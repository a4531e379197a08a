import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { CommunityFoundingService, type FoundedCommunity } from '@app/community';
import { GlobalId } from '@app/kernel';
import type { TestCommunity } from '../support/founder';
import { IdentityHouse, PASSWORD } from '../support/identity/identity-house';
import { IDENTITY } from '../support/identity/identity-operations';
import type { TestUser } from '../support/test-user';

const { JOIN, MEMBERSHIPS, VERIFY } = IDENTITY;

interface Joined {
  joinCommunity: { id: string; handle: string; displayName: string; role: string };
}

describe('joining', () => {
  let house: IdentityHouse;
  let community: TestCommunity;

  beforeAll(async () => {
    house = await IdentityHouse.open();
    community = await house.api.founder.community({ companyEmailDomains: ['acme.example'] });
  });
  afterAll(() => house.close());

  const wish = (more: object = {}) => ({
    input: { communityId: community.id, idempotencyKey: randomUUID(), displayName: 'Ann Smith', ...more },
  });
  const newcomer = (): Promise<TestUser> => house.api.founder.user(house.url);
  const join = async (user: TestUser, more: object = {}): Promise<Joined['joinCommunity']> =>
    (await user.ask<Joined>(JOIN, wish(more))).joinCommunity;
  const rolesOf = async (user: TestUser): Promise<string[]> => {
    const { viewer } = await user.ask<{ viewer: { memberships: { member: { role: string } }[] } }>(MEMBERSHIPS);
    return viewer.memberships.map(({ member }) => member.role);
  };

  it('makes a customer with the handle that they choose, who takes part at once', async () => {
    const user = await newcomer();
    const ask = 'mutation ($input: AskInput!) { ask(input: $input) { author { handle } } }';
    const question = { input: { communityId: community.id, idempotencyKey: randomUUID(), title: 'So?', body: 'So.' } };
    await expect(user.codeOf(ask, question)).resolves.toBe('FORBIDDEN');
    await expect(join(user, { handle: ' Annie ' })).resolves.toMatchObject({
      handle: 'annie',
      displayName: 'Ann Smith',
      role: 'CUSTOMER',
    });
    await expect(user.ask(ask, question)).resolves.toEqual({ ask: { author: { handle: 'annie' } } });
    const [event] = await house.api.founder.sql<{ actor: string; subject: string; role: string }>(
      community.key,
      `SELECT actor_id AS actor, subject_id AS subject, actor_role AS role FROM domain_events WHERE type = 'member.joined'`,
    );
    expect(event).toEqual({ actor: event?.subject, subject: event?.subject, role: 'CUSTOMER' });
  });

  it('makes one member of fifty calls at once, whatever their keys, and repeats it for each', async () => {
    const user = await newcomer();
    const answers = await Promise.all(Array.from({ length: 50 }, () => user.send<Joined>(JOIN, wish())));
    const done = answers.filter(({ errors }) => !errors);
    expect(done.length).toBeGreaterThan(0);
    // A machine under load may have been too busy for some: they made none either.
    for (const { errors } of answers) if (errors) expect(errors[0]?.extensions.code).toMatch(/^(UNAVAILABLE|TIMEOUT)$/);
    expect(new Set(done.map(({ data }) => data.joinCommunity.id)).size).toBe(1);
    const { viewer } = await user.ask<{ viewer: { memberships: object[] } }>(MEMBERSHIPS);
    expect(viewer.memberships).toHaveLength(1);
    await expect(join(user, { displayName: 'Somebody else' })).resolves.toMatchObject({ displayName: 'Ann Smith' });
  });

  it('gives fifty people of one name fifty handles, and a handle that is taken to nobody', async () => {
    const users = await Promise.all(Array.from({ length: 50 }, newcomer));
    const handles: string[] = [];
    // Ten at a time, so that also a busy machine keeps up.
    while (users.length > 0) {
      const members = await Promise.all(users.splice(0, 10).map((user) => join(user, { displayName: 'José Núñez' })));
      handles.push(...members.map(({ handle }) => handle));
    }
    expect(new Set(handles).size).toBe(50);
    expect(handles.filter((handle) => !/^jose-nunez(-\d{1,7})?$/.test(handle))).toEqual([]);
    const last = await newcomer();
    await expect(last.codeOf(JOIN, wish({ handle: handles[0] }))).resolves.toBe('HANDLE_TAKEN');
    await expect(last.codeOf(JOIN, wish({ handle: 'free-again' }))).resolves.toBe('OK');
  });

  it.each([
    ['李雷', /^member(-\d+)?$/],
    ['Al', /^al-\d+$/],
    ['A very long name that goes on and on until nobody reads it', /^a-very-long-name-that-goes-on/],
  ])('finds a handle for %s', async (displayName, form) => {
    await expect(join(await newcomer(), { displayName })).resolves.toMatchObject({
      handle: expect.stringMatching(form),
    });
  });

  it('returns the same member for the same key, and refuses another input under it', async () => {
    const user = await newcomer();
    const first = wish();
    const { joinCommunity } = await user.ask<Joined>(JOIN, first);
    await expect(user.ask<Joined>(JOIN, first)).resolves.toEqual({ joinCommunity });
    await expect(user.codeOf(JOIN, { input: { ...first.input, displayName: 'Bob' } })).resolves.toBe(
      'IDEMPOTENCY_MISMATCH',
    );
  });

  it.each([
    ['a blank name', { displayName: ' \u200b ' }],
    ['a name too long', { displayName: 'x'.repeat(61) }],
    ['a handle with a space', { handle: 'ann smith' }],
    ['a handle too short', { handle: 'ab' }],
    ['an idempotency key too short', { idempotencyKey: 'short' }],
  ])('refuses %s', async (_, more) => {
    await expect((await newcomer()).codeOf(JOIN, wish(more))).resolves.toBe('INVALID_INPUT');
  });

  it('is for people who are logged in, into communities that are open', async () => {
    await expect(house.stranger().codeOf(JOIN, wish())).resolves.toBe('UNAUTHENTICATED');
    const user = await newcomer();
    const absent = randomUUID();
    await expect(user.codeOf(JOIN, wish({ communityId: GlobalId.encode('Community', absent, absent) }))).resolves.toBe(
      'NOT_FOUND',
    );
    const at = async (settings: object, visibility: string): Promise<string> => {
      const { id } = await house.api.founder.community(settings, visibility);
      return user.codeOf(JOIN, wish({ communityId: id }));
    };
    await expect(at({ openToJoin: true }, 'PUBLIC')).resolves.toBe('OK');
    await expect(at({ openToJoin: false }, 'PUBLIC')).resolves.toBe('FORBIDDEN');
    await expect(at({ openToJoin: true }, 'MEMBERS_ONLY')).resolves.toBe('OK');
    await expect(at({ openToJoin: false }, 'MEMBERS_ONLY')).resolves.toBe('NOT_FOUND');
  });

  it('needs a key that writes, and is not done for the member that a key acts for', async () => {
    const admin = await house.api.founder.member(house.url, community, { role: 'ADMIN' });
    const key = async (scopes: string[], more: object = {}): Promise<string> => {
      const input = { idempotencyKey: randomUUID(), name: 'Key', scopes, ...more };
      const { createApiKey } = await admin.ask<{ createApiKey: { token: string } }>(IDENTITY.CREATE_KEY, { input });
      return createApiKey.token;
    };
    const { id } = await house.api.founder.community();
    await expect(house.bearer(await key(['READ'])).codeOf(JOIN, wish({ communityId: id }))).resolves.toBe('FORBIDDEN');
    await expect(house.bearer(await key(['READ', 'WRITE'])).codeOf(JOIN, wish({ communityId: id }))).resolves.toBe(
      'OK',
    );
    const acting = await key(['READ', 'WRITE'], { actsInCommunityId: community.id });
    const bot = house.bearer(acting, { 'x-act-as': admin.memberId });
    await expect(bot.codeOf(JOIN, wish())).resolves.toBe('FORBIDDEN');
  });

  describe('of people with an address of the company', () => {
    const colleague = async (domain: string): Promise<{ user: TestUser; token: string; email: string }> => {
      const email = `person-${randomUUID()}@${domain}`;
      const { token } = await house.register(email);
      return { email, token, user: house.bearer(await house.logIn(email)) };
    };

    it('makes employees of them once the address is verified, before or after they join', async () => {
      const early = await colleague('acme.example');
      await early.user.ask(VERIFY, { input: { token: early.token } });
      await expect(join(early.user)).resolves.toMatchObject({ role: 'EMPLOYEE' });
      const late = await colleague('acme.example');
      await expect(join(late.user)).resolves.toMatchObject({ role: 'CUSTOMER' });
      const elsewhere = await house.api.founder.community({ companyEmailDomains: ['other.example'] });
      await join(late.user, { communityId: elsewhere.id });
      await late.user.ask(VERIFY, { input: { token: late.token } });
      for (let i = 0; i < 200 && !(await rolesOf(late.user)).includes('EMPLOYEE'); i++) await pause(25);
      await expect(rolesOf(late.user)).resolves.toEqual(['EMPLOYEE', 'CUSTOMER']);
      const events = await house.api.founder.sql<{ data: object; actor: string | null }>(
        community.key,
        `SELECT data, actor_id AS actor FROM domain_events WHERE type = 'member.role_set'`,
      );
      expect(events).toEqual([
        { data: { from: 'CUSTOMER', to: 'EMPLOYEE', because: 'VERIFIED_COMPANY_ADDRESS' }, actor: null },
      ]);
    });

    it('leaves strangers and look-alikes customers', async () => {
      for (const domain of ['sub.acme.example', 'notacme.example', 'acme.example.evil.com']) {
        const { user, token } = await colleague(domain);
        await user.ask(VERIFY, { input: { token } });
        await expect(join(user)).resolves.toMatchObject({ role: 'CUSTOMER' });
      }
    });
  });

  describe('of the first admin', () => {
    const found = (more: object = {}): Promise<FoundedCommunity> =>
      house.api.app
        .get(CommunityFoundingService)
        .found({ slug: 'acme', name: 'Acme', locale: 'en', adminEmail: 'Ada@Acme.example', ...more });

    it('comes with the community, and a link to set the password for who has none', async () => {
      const { token } = await found();
      await house.stranger().ask(IDENTITY.RESET, { input: { token, newPassword: PASSWORD } });
      const ada = house.bearer(await house.logIn('ada@acme.example'));
      await expect(ada.ask(MEMBERSHIPS)).resolves.toMatchObject({
        viewer: { memberships: [{ community: { slug: 'acme' }, member: { handle: 'ada', role: 'ADMIN' } }] },
      });
      await expect(found({ slug: 'acme-2' })).resolves.toMatchObject({ token: null });
      await expect(found()).rejects.toMatchObject({ code: 'NAME_TAKEN' });
    });

    it.each([
      [{ slug: 'A' }, /slug/],
      [{ slug: '-acme' }, /slug/],
      [{ name: ' ' }, /name/],
      [{ locale: 'no language' }, /locale/],
      [{ adminEmail: 'ada' }, /admin/],
    ])('does not come with %j', async (more, message) => {
      await expect(found({ slug: 'other', ...more })).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        message: expect.stringMatching(message),
      });
    });
  });
});
