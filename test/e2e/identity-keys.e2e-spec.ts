import { randomUUID } from 'node:crypto';
import { GlobalId } from '@app/kernel';
import type { TestCommunity } from '../support/founder';
import { IDENTITY } from '../support/identity/identity-operations';
import { TestApp } from '../support/test-app';
import { TestUser } from '../support/test-user';

const { CREATE_KEY, KEYS, REVOKE_KEY, VIEWER, SESSIONS, MEMBERSHIPS } = IDENTITY;
const ASK = 'mutation ($input: AskInput!) { ask(input: $input) { id author { id } } }';

interface Created {
  createApiKey: { token: string | null; apiKey: { id: string; name: string; scopes: string[]; actsIn: object | null } };
}

describe('keys', () => {
  let house: TestApp;
  let community: TestCommunity;
  let admin: TestUser;
  let ann: TestUser;

  beforeAll(async () => {
    house = await TestApp.start();
    community = await house.founder.community();
    admin = await house.founder.member(house.url, community, { role: 'ADMIN' });
    ann = await house.founder.member(house.url, community);
  });
  afterAll(() => house.stop());

  const wish = (more: object = {}) => ({
    input: { idempotencyKey: randomUUID(), name: 'Nightly export', scopes: ['READ'], ...more },
  });
  const keyOf = async (owner: TestUser, more: object = {}): Promise<{ token: string; id: string }> => {
    const { createApiKey } = await owner.ask<Created>(CREATE_KEY, wish(more));
    return { token: createApiKey.token ?? '', id: createApiKey.apiKey.id };
  };
  const program = (token: string, headers: Record<string, string> = {}): TestUser =>
    new TestUser(house.url, token, '', headers);
  const question = () => ({
    input: { communityId: community.id, idempotencyKey: randomUUID(), title: 'How so?', body: 'It does not.' },
  });

  it('are made once by one call and its repetitions, and show their text that once', async () => {
    const input = wish({ scopes: ['READ', 'WRITE'], expiresAt: '2999-01-01T00:00:00Z' });
    const answers = await Promise.all(Array.from({ length: 50 }, () => ann.ask<Created>(CREATE_KEY, input)));
    const shown = answers.filter(({ createApiKey }) => createApiKey.token !== null);
    expect(shown).toHaveLength(1);
    expect(shown[0]?.createApiKey.token).toMatch(/^ahk_[\w-]{43}$/);
    expect(new Set(answers.map(({ createApiKey }) => createApiKey.apiKey.id)).size).toBe(1);
    expect(shown[0]?.createApiKey.apiKey).toMatchObject({ scopes: ['READ', 'WRITE'], actsIn: null });
    await expect(ann.codeOf(CREATE_KEY, { input: { ...input.input, name: 'Another' } })).resolves.toBe(
      'IDEMPOTENCY_MISMATCH',
    );
    await expect(ann.codeOf(CREATE_KEY, { input: { ...input.input, scopes: ['WRITE', 'READ'] } })).resolves.toBe('OK');
    const listed = await ann.send<{ viewer: { apiKeys: object[] } }>(KEYS);
    expect(listed.data.viewer.apiKeys).toHaveLength(1);
    const find = 'query ($id: ID!) { node(id: $id) { __typename } }';
    const { id } = answers[0]?.createApiKey.apiKey ?? { id: '' };
    await expect(ann.ask(find, { id })).resolves.toEqual({ node: { __typename: 'ApiKey' } });
    await expect(admin.ask(find, { id })).resolves.toEqual({ node: null });
    expect(JSON.stringify(listed)).not.toContain(shown[0]?.createApiKey.token?.slice(4));
  });

  it.each([
    ['no scope', { scopes: [] }, 'INVALID_INPUT'],
    ['no scope to read', { scopes: ['WRITE', 'ADMIN'] }, 'INVALID_INPUT'],
    ['a scope twice', { scopes: ['READ', 'READ'] }, 'INVALID_INPUT'],
    ['a scope that is none', { scopes: ['ROOT'] }, 'BAD_USER_INPUT'],
    ['a blank name', { name: '  ' }, 'INVALID_INPUT'],
    ['an end in the past', { expiresAt: '2020-01-01T00:00:00Z' }, 'INVALID_INPUT'],
    [
      'a community that is none',
      { actsInCommunityId: GlobalId.encode('Community', randomUUID(), randomUUID()) },
      'NOT_FOUND',
    ],
  ])('are refused with %s', async (_, more, code) => {
    await expect(admin.codeOf(CREATE_KEY, wish(more))).resolves.toBe(code);
  });

  it('are for people who have logged in and read their mail, and never lead to further credentials', async () => {
    await expect(house.stranger.codeOf(CREATE_KEY, wish())).resolves.toBe('UNAUTHENTICATED');
    const bot = program((await keyOf(ann, { scopes: ['READ', 'WRITE', 'ADMIN'] })).token);
    for (const [operation, variables] of [
      [CREATE_KEY, wish()],
      [KEYS, {}],
      [SESSIONS, {}],
      [IDENTITY.CHANGE, { input: { currentPassword: 'a', newPassword: 'a long enough secret' } }],
      [IDENTITY.REQUEST_VERIFICATION, {}],
    ] as const) {
      await expect(bot.codeOf(operation, variables)).resolves.toBe('FORBIDDEN');
    }
    const unverified = await house.founder.user(house.url);
    await house.founder.sql(community.key, 'UPDATE users SET email_verified_at = NULL WHERE id = $1', [
      unverified.userId,
    ]);
    await expect(unverified.codeOf(CREATE_KEY, wish())).resolves.toBe('FORBIDDEN');
  });

  it('do what their scopes name, and nothing else that their owner may do', async () => {
    const rename = 'mutation ($input: UpdateCommunityInput!) { updateCommunity(input: $input) { name } }';
    const input = { input: { communityId: community.id, version: 1, name: 'Renamed' } };
    const codes = async (scopes: string[]): Promise<string[]> => {
      const bot = program((await keyOf(admin, { scopes })).token);
      return [
        await bot.codeOf(`{ community(slug: "${community.slug}") { name } }`),
        await bot.codeOf(ASK, question()),
        await bot.codeOf(rename, input),
      ];
    };
    await expect(codes(['READ'])).resolves.toEqual(['OK', 'FORBIDDEN', 'FORBIDDEN']);
    await expect(codes(['READ', 'WRITE'])).resolves.toEqual(['OK', 'OK', 'FORBIDDEN']);
    await expect(codes(['READ', 'ADMIN'])).resolves.toEqual(['OK', 'FORBIDDEN', 'OK']);
    // A scope lets a key do what its owner may do, no more.
    const bot = program((await keyOf(ann, { scopes: ['READ', 'WRITE', 'ADMIN'] })).token);
    await expect(bot.codeOf(rename, input)).resolves.toBe('FORBIDDEN');
    await expect(bot.ask(VIEWER)).resolves.toMatchObject({ viewer: { emailVerified: true } });
  });

  it('end when they are revoked or over, by their owner only, and work in the header only', async () => {
    const { token, id } = await keyOf(ann);
    await expect(program(token).codeOf(VIEWER)).resolves.toBe('OK');
    await expect(admin.codeOf(REVOKE_KEY, { input: { apiKeyId: id } })).resolves.toBe('NOT_FOUND');
    await expect(ann.codeOf(REVOKE_KEY, { input: { apiKeyId: id } })).resolves.toBe('OK');
    await expect(ann.codeOf(REVOKE_KEY, { input: { apiKeyId: id } })).resolves.toBe('OK');
    await expect(program(token).codeOf(VIEWER)).resolves.toBe('UNAUTHENTICATED');
    const other = await keyOf(ann, { expiresAt: '2999-01-01T00:00:00Z' });
    for (const guess of [other.token.slice(0, -1), `${other.token}x`, other.token.replace('ahk_', 'ahs_'), 'ahk_']) {
      await expect(program(guess).codeOf(VIEWER)).resolves.toBe('UNAUTHENTICATED');
    }
    const response = await fetch(`${house.url}/graphql?access_token=${other.token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: VIEWER }),
    });
    await expect(response.json()).resolves.toMatchObject({ data: { viewer: null } });
    await house.founder.sql(community.key, `UPDATE api_keys SET expires_at = now() WHERE expires_at IS NOT NULL`);
    await expect(program(other.token).codeOf(VIEWER)).resolves.toBe('UNAUTHENTICATED');
  });

  describe('that act for members', () => {
    const acting = (owner = admin, more: object = {}): Promise<{ token: string; id: string }> =>
      keyOf(owner, { scopes: ['READ', 'WRITE'], actsInCommunityId: community.id, ...more });

    it('are for admins of the community', async () => {
      const wanted = wish({ actsInCommunityId: community.id });
      await expect(ann.codeOf(CREATE_KEY, wanted)).resolves.toBe('FORBIDDEN');
      const elsewhere = await house.founder.community();
      await expect(admin.codeOf(CREATE_KEY, wish({ actsInCommunityId: elsewhere.id }))).resolves.toBe('FORBIDDEN');
      const closed = await house.founder.community({}, 'MEMBERS_ONLY');
      await expect(admin.codeOf(CREATE_KEY, wish({ actsInCommunityId: closed.id }))).resolves.toBe('NOT_FOUND');
      const { createApiKey } = await admin.ask<Created>(CREATE_KEY, wanted);
      expect(createApiKey.apiKey.actsIn).toEqual({ slug: community.slug });
    });

    it('post as the member that the header names, and the event says who let them', async () => {
      const { token } = await acting();
      const bot = program(token, { 'x-act-as': ann.memberId });
      const { ask } = await bot.ask<{ ask: { id: string; author: { id: string } } }>(ASK, question());
      expect(ask.author.id).toBe(ann.memberId);
      const [event] = await house.founder.sql<{ actor: string; acting: string | null }>(
        community.key,
        `SELECT actor_id AS actor, acting_user_id AS acting FROM domain_events WHERE subject_id = $1`,
        [GlobalId.parse(ask.id)?.id],
      );
      const [owner] = await house.founder.sql<{ id: string }>(
        community.key,
        'SELECT user_id AS id FROM members WHERE id = $1',
        [GlobalId.parse(admin.memberId)?.id],
      );
      expect(event).toEqual({ actor: GlobalId.parse(ann.memberId)?.id, acting: owner?.id });
      const { ask: own } = await program(token).ask<{ ask: { author: { id: string } } }>(ASK, question());
      expect(own.author.id).toBe(admin.memberId);
    });

    it('have no more rights than the member, and none where there is no such member', async () => {
      const { token } = await acting(admin, { scopes: ['READ', 'WRITE', 'ADMIN'] });
      const rename = 'mutation ($input: UpdateCommunityInput!) { updateCommunity(input: $input) { name } }';
      const bot = program(token, { 'x-act-as': ann.memberId });
      await expect(
        bot.codeOf(rename, { input: { communityId: community.id, version: 1, name: 'Renamed' } }),
      ).resolves.toBe('FORBIDDEN');
      const suspended = await house.founder.member(house.url, community, { suspended: true });
      await expect(program(token, { 'x-act-as': suspended.memberId }).codeOf(ASK, question())).resolves.toBe(
        'MEMBER_SUSPENDED',
      );
      const nobody = GlobalId.encode('Member', community.key, randomUUID());
      await expect(program(token, { 'x-act-as': nobody }).codeOf(ASK, question())).resolves.toBe('FORBIDDEN');
      await expect(program(token, { 'x-act-as': 'nonsense' }).codeOf(ASK, question())).resolves.toBe('INVALID_INPUT');
    });

    it('act in their community only, and sessions and other keys for nobody', async () => {
      const elsewhere = await house.founder.community();
      const stranger = await house.founder.member(house.url, elsewhere);
      const { token } = await acting();
      await expect(program(token, { 'x-act-as': stranger.memberId }).codeOf(VIEWER)).resolves.toBe('FORBIDDEN');
      const session = new TestUser(house.url, admin.token, '', { 'x-act-as': ann.memberId });
      await expect(session.codeOf(ASK, question())).resolves.toBe('FORBIDDEN');
      const plain = await keyOf(admin, { scopes: ['READ', 'WRITE'] });
      await expect(program(plain.token, { 'x-act-as': ann.memberId }).codeOf(ASK, question())).resolves.toBe(
        'FORBIDDEN',
      );
    });

    it('stop at once where their owner is an admin no more, or suspended', async () => {
      const second = await house.founder.member(house.url, community, { role: 'ADMIN' });
      const { token } = await acting(second);
      const bot = program(token, { 'x-act-as': ann.memberId });
      const set = (column: string, value: string | null): Promise<object[]> =>
        house.founder.sql(community.key, `UPDATE members SET ${column} = $2 WHERE id = $1`, [
          GlobalId.parse(second.memberId)?.id,
          value,
        ]);
      await expect(bot.codeOf(ASK, question())).resolves.toBe('OK');
      await set('role', 'LEAD');
      await expect(bot.codeOf(ASK, question())).resolves.toBe('FORBIDDEN');
      await expect(bot.codeOf(`{ community(slug: "${community.slug}") { name } }`)).resolves.toBe('FORBIDDEN');
      await set('role', 'ADMIN');
      await set('suspended_until', '2999-01-01');
      await expect(bot.codeOf(ASK, question())).resolves.toBe('FORBIDDEN');
      await set('suspended_until', null);
      await expect(bot.codeOf(ASK, question())).resolves.toBe('OK');
      await expect(bot.ask(MEMBERSHIPS)).resolves.toMatchObject({
        viewer: {
          memberships: [{ community: { slug: community.slug }, member: { id: second.memberId, role: 'ADMIN' } }],
        },
      });
    });
  });
});
