import { randomUUID } from 'node:crypto';
import { newId } from '@app/kernel';
import { Client } from 'pg';
import { Backstage, keyOf } from '../support/backstage';
import { tablesWith } from '../support/canaries';
import { communityRows } from '../support/community-rows';
import { Conversation } from '../support/conversation';
import { counterDrift } from '../support/counter-drift';
import type { TestCommunity } from '../support/founder';
import { IdentityHouse, PASSWORD } from '../support/identity/identity-house';
import { IDENTITY } from '../support/identity/identity-operations';
import { mutation } from '../support/mutation';
import type { TestUser } from '../support/test-user';

const ERASE_ME = 'mutation ($input: EraseMeInput!) { eraseMe(input: $input) }';
const ERASE = mutation('eraseMember', 'id handle displayName role title bio isFormer isClaimed version');
const CANARY = 'zorrocanary';

describe('erasing', () => {
  let house: IdentityHouse;
  let ours: TestCommunity;
  let backstage: Backstage;
  let admin: TestUser;
  let ben: TestUser;

  beforeAll(async () => {
    house = await IdentityHouse.open();
    ours = await house.api.founder.community();
    backstage = new Backstage(house.api, ours);
    admin = await house.api.founder.member(house.url, ours, { role: 'ADMIN' });
    ben = await house.api.founder.member(house.url, ours);
  });
  afterAll(() => house.close());

  const join = async (user: TestUser, at = ours, more: object = {}): Promise<string> => {
    const input = { communityId: at.id, idempotencyKey: randomUUID(), displayName: 'Zoe', ...more };
    return (await user.ask<{ joinCommunity: { id: string } }>(IDENTITY.JOIN, { input })).joinCommunity.id;
  };
  /** Somebody who has registered and joined, with the canary in all that they say of themselves. */
  const canary = async (): Promise<{ user: TestUser; memberId: string; email: string }> => {
    const email = `${CANARY}-${randomUUID()}@example.com`;
    const { token } = await house.register(email);
    await house.stranger().ask(IDENTITY.VERIFY, { input: { token } });
    const browser = house.stranger({ 'user-agent': `${CANARY} 1.0` });
    const user = house.bearer(await house.logIn(email, PASSWORD, browser));
    const handle = `${CANARY}-${randomUUID().slice(0, 8)}`;
    const memberId = await join(user, ours, { handle, displayName: `${CANARY} Zoe`, idempotencyKey: `${CANARY}-key` });
    const profile = { communityId: ours.id, version: 1, title: `${CANARY} title`, bio: `${CANARY} bio`, locale: 'de' };
    await user.ask(mutation('updateProfile'), { input: profile });
    await user.ask(mutation('updateProfile'), { input: { ...profile, version: 2, handle: `${handle}-2` } });
    return { user, memberId, email };
  };
  /** What imports, admins and jobs know of a member. */
  const surround = async (memberId: string, email: string): Promise<void> => {
    const at = `'${ours.key}'`;
    const thanks = { memberId, idempotencyKey: randomUUID(), kind: 'BADGE', badge: CANARY, note: `${CANARY} helps` };
    await admin.ask(mutation('recogniseMember', 'id'), { input: thanks });
    await admin.ask(mutation('vouchFor'), { input: { memberId, note: `${CANARY} knows it` } });
    const created = mutation('createMember', 'id');
    const input = { communityId: ours.id, idempotencyKey: randomUUID(), displayName: `${CANARY} of old` };
    const { createMember: old } = await admin.ask<{ createMember: { id: string } }>(created, {
      input: { ...input, handle: `${CANARY}-old-${randomUUID().slice(0, 4)}` },
    });
    await admin.ask(mutation('claimMember'), { input: { memberId: old.id, email } });
    for (const id of [memberId, old.id]) {
      await backstage.rows(
        `INSERT INTO external_records VALUES (${at}, $1, 'member', 'old', '${CANARY}-7', '${CANARY} digest', 1)`,
        id,
      );
    }
    await backstage.rows(`INSERT INTO redirects VALUES (${at}, '/people/${CANARY}', 'MEMBER', $1)`, memberId);
    await backstage.rows(
      `INSERT INTO member_exports (community_id, id, member_id, token_hash) VALUES (${at}, '${newId()}', $1, '${CANARY}')`,
      memberId,
    );
    await backstage.rows(`INSERT INTO searches VALUES (${at}, '${newId()}', 'halls', 0, false, $1, now())`, memberId);
    await admin.ask(mutation('suspendMember'), { input: { memberId, reason: `${CANARY} was rude.` } });
    await backstage.rows(
      `SELECT graphile_worker.add_job('send_mail', '{"email": "${email}"}', run_at => '2999-01-01')`,
    );
  };
  /** A conversation of theirs with Ben, both of whom follow each other. */
  const talk = async (user: TestUser, memberId: string): Promise<Record<'topic' | 'answer' | 'bens', string>> => {
    const say = new Conversation(ours);
    const topic = await say.ask(user, { tags: ['light'] });
    const other = await say.ask(ben);
    const answer = await say.answer(user, other);
    const bens = await say.answer(ben, topic);
    await user.ask(mutation('starAnswer', 'id', 'StarInput'), { input: { answerId: bens } });
    await user.ask(mutation('meToo'), { input: { topicId: other } });
    await user.ask(mutation('follow'), { input: { id: ben.memberId } });
    await ben.ask(mutation('follow'), { input: { id: memberId } });
    return { topic, answer, bens };
  };
  const eventsOf = (id: string): Promise<{ type: string; data: object }[]> =>
    backstage.rows('SELECT type, data FROM domain_events WHERE subject_id = $1 ORDER BY id', id);

  describe('oneself', () => {
    it('leaves no name, handle, address or profile in any table, and all that others rely on', async () => {
      const { user, memberId, email } = await canary();
      const elsewhere = await house.api.founder.community();
      await join(user, elsewhere, { displayName: `${CANARY} there` });
      const key = { idempotencyKey: randomUUID(), name: `${CANARY} key`, scopes: ['READ'] };
      const { createApiKey } = await user.ask<{ createApiKey: { token: string } }>(IDENTITY.CREATE_KEY, { input: key });
      const posts = await talk(user, memberId);
      await surround(memberId, email);
      await house.stranger().ask(IDENTITY.REQUEST_RESET, { input: { email } });
      await house.mails.next(email);
      expect((await tablesWith(house.api.database, CANARY)).length).toBeGreaterThan(10);

      expect(await user.codeOf(ERASE_ME, { input: { password: 'not this one' } })).toBe('LOGIN_FAILED');
      expect(await user.codeOf(ERASE_ME, { input: {} })).toBe('INVALID_INPUT');
      expect(await user.codeOf(ERASE_ME, { input: { password: PASSWORD } })).toBe('OK');

      expect(await tablesWith(house.api.database, CANARY)).toEqual([]);
      for (const { key: at } of [ours, elsewhere]) expect(await counterDrift(house.api.founder, at)).toEqual([]);
      const seen = `query ($ids: [ID!]!) { nodes(ids: $ids) {
        ... on Topic { body meTooCount followerCount author { displayName handle isFormer role } }
        ... on Answer { body starCount author { displayName isFormer } }
        ... on Member { bio bioHtml title locale followerCount suspension { reason } isFormer } } }`;
      const { nodes } = await house.stranger().ask<{ nodes: object[] }>(seen, {
        ids: [posts.topic, posts.answer, posts.bens, memberId],
      });
      const author = { displayName: 'Former member', isFormer: true };
      expect(nodes).toMatchObject([
        {
          body: 'It blinks red.',
          meTooCount: 1,
          author: { ...author, handle: expect.stringMatching(/^former-\w{16}$/) },
        },
        { body: 'Hold the button.', author },
        { starCount: 1, author: { isFormer: false } },
        { bio: '', bioHtml: '', title: '', locale: null, followerCount: 0, isFormer: true },
      ]);
      expect(await eventsOf(memberId)).toEqual([
        { type: 'member.joined', data: { role: 'CUSTOMER' } },
        { type: 'member.profile_updated', data: { version: 2, fields: ['title', 'bio', 'locale'] } },
        { type: 'member.profile_updated', data: { version: 3, fields: ['handle', 'title', 'bio', 'locale'] } },
        { type: 'member.recognised', data: {} },
        { type: 'member.vouched_for', data: {} },
        { type: 'member.claimed', data: { by: 'ADMIN', mergedId: expect.any(String) } },
        { type: 'member.suspended', data: { until: null } },
        { type: 'member.erased', data: { by: 'SELF' } },
      ]);
      for (const token of [user.token ?? '', createApiKey.token])
        expect(await house.bearer(token).codeOf(IDENTITY.VIEWER)).toBe('UNAUTHENTICATED');
      expect(await house.stranger().codeOf(IDENTITY.LOG_IN, { input: { email, password: PASSWORD } })).toBe(
        'LOGIN_FAILED',
      );
      await house.register(email);
      await house.sql('DELETE FROM users WHERE email = $1', [email]);
    });

    it('needs another admin where one is the last, and then does nothing by halves', async () => {
      const { user, memberId } = await canary();
      const alone = await house.api.founder.community();
      await join(user, alone);
      await house.api.founder.sql(alone.key, `UPDATE members SET role = 'ADMIN'`);
      const before = await communityRows(house.api.founder, ours);
      expect(await user.codeOf(ERASE_ME, { input: { password: PASSWORD } })).toBe('LAST_ADMIN');
      expect(await communityRows(house.api.founder, ours)).toEqual(before);
      await house.api.founder.member(house.url, alone, { role: 'ADMIN' });
      expect(await user.codeOf(ERASE_ME, { input: { password: PASSWORD } })).toBe('OK');
      const roles = await house.api.founder.sql(alone.key, 'SELECT role FROM members WHERE erased_at IS NOT NULL');
      expect(roles).toEqual([{ role: 'ALUM' }]);
      expect(await eventsOf(memberId)).toHaveLength(4);
    });

    it('takes a login of just now where there is no password, and never a key', async () => {
      const user = await house.api.founder.user(house.url);
      const input = { idempotencyKey: randomUUID(), name: 'K', scopes: ['READ', 'WRITE', 'ADMIN'] };
      const { createApiKey } = await user.ask<{ createApiKey: { token: string } }>(IDENTITY.CREATE_KEY, { input });
      expect(await house.bearer(createApiKey.token).codeOf(ERASE_ME, { input: {} })).toBe('FORBIDDEN');
      const sessions = `UPDATE sessions SET created_at = now() - interval '16 minutes' WHERE user_id = $1`;
      await house.sql(sessions, [user.userId]);
      expect(await user.codeOf(ERASE_ME, { input: {} })).toBe('FORBIDDEN');
      await house.sql(sessions.replace('16', '14'), [user.userId]);
      const codes = await Promise.all(Array.from({ length: 20 }, () => user.codeOf(ERASE_ME, { input: {} })));
      expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
      expect(new Set(codes)).toEqual(new Set(['OK', 'LOGIN_FAILED', 'UNAUTHENTICATED']));
      expect(await house.sql('SELECT FROM users WHERE id = $1', [user.userId])).toEqual([]);
    });
  });

  describe('a member, by an admin', () => {
    const erase = (memberId: string, user = admin): Promise<string> =>
      user.codeOf(ERASE, { input: { memberId, reason: 'Asked for by letter.' } });

    it('ends the account only where they are nowhere else', async () => {
      const [one, two] = [await canary(), await canary()];
      await join(two.user, await house.api.founder.community());
      expect(await erase(one.memberId)).toBe('OK');
      expect(await erase(two.memberId)).toBe('OK');
      await expect(one.user.codeOf(IDENTITY.VIEWER)).resolves.toBe('UNAUTHENTICATED');
      const { viewer } = await two.user.ask<{ viewer: { memberships: object[] } }>(IDENTITY.MEMBERSHIPS);
      expect(viewer.memberships).toHaveLength(1);
      expect((await eventsOf(one.memberId)).at(-1)).toEqual({
        type: 'member.erased',
        data: { by: 'ADMIN', reason: 'Asked for by letter.' },
      });
      expect(await erase(two.memberId)).toBe('OK');
      expect((await eventsOf(two.memberId)).filter(({ type }) => type === 'member.erased')).toHaveLength(1);
      await two.user.ask(ERASE_ME, { input: { password: PASSWORD } });
      expect(await tablesWith(house.api.database, CANARY)).toEqual([]);
    });

    it('takes unclaimed ones, once though fifty ask, and nothing can be done with what is left', async () => {
      const input = { communityId: ours.id, idempotencyKey: randomUUID(), handle: CANARY, displayName: CANARY };
      const { createMember } = await admin.ask<{ createMember: { id: string } }>(mutation('createMember', 'id'), {
        input,
      });
      const memberId = createMember.id;
      await admin.ask(mutation('claimMember'), { input: { memberId, email: `${CANARY}@example.com` } });
      const codes = await Promise.all(Array.from({ length: 50 }, () => erase(memberId)));
      expect(new Set(codes)).toEqual(new Set(['OK']));
      expect((await eventsOf(memberId)).map(({ type }) => type)).toEqual([
        'member.created',
        'member.awaited',
        'member.erased',
      ]);
      expect(await tablesWith(house.api.database, CANARY)).toEqual([]);
      const before = await communityRows(house.api.founder, ours);
      const calls: [TestUser, string, object, string?][] = [
        [admin, 'setRole', { memberId, role: 'LEAD' }],
        [admin, 'grantSeat', { memberId }, 'SeatInput'],
        [admin, 'suspendMember', { memberId, reason: 'So.' }],
        [admin, 'claimMember', { memberId, email: 'ben@example.com' }],
        [ben, 'follow', { id: memberId }],
      ];
      for (const [user, name, call, type] of calls)
        expect([name, await user.codeOf(mutation(name, '__typename', type), { input: call })]).toEqual([
          name,
          name === 'follow' ? 'NOT_FOUND' : 'INVALID_INPUT',
        ]);
      const key = { idempotencyKey: randomUUID(), name: 'K', scopes: ['READ', 'WRITE'], actsInCommunityId: ours.id };
      const { createApiKey } = await admin.ask<{ createApiKey: { token: string } }>(IDENTITY.CREATE_KEY, {
        input: key,
      });
      const acting = house.bearer(createApiKey.token, { 'x-act-as': memberId });
      expect(await acting.codeOf(mutation('follow'), { input: { id: ben.memberId } })).toBe('FORBIDDEN');
      expect(await communityRows(house.api.founder, ours)).toEqual(before);
      const list = 'query ($slug: String!) { community(slug: $slug) { members(first: 50) { nodes { isFormer } } } }';
      expect(JSON.stringify(await house.stranger().ask(list, { slug: ours.slug }))).not.toContain('true');
    });

    it('is for admins, for others than themselves, and with a reason', async () => {
      const lead = await house.api.founder.member(house.url, ours, { role: 'LEAD' });
      const theirs = await house.api.founder.member(house.url, await house.api.founder.community());
      expect(await erase(ben.memberId, lead)).toBe('FORBIDDEN');
      expect(await erase(ben.memberId, house.stranger())).toBe('UNAUTHENTICATED');
      expect(await erase(theirs.memberId)).toBe('FORBIDDEN');
      expect(await erase(admin.memberId)).toBe('INVALID_INPUT');
      expect(await admin.codeOf(ERASE, { input: { memberId: ben.memberId, reason: ' ' } })).toBe('INVALID_INPUT');
    });
  });

  it('is all that the logs can be made to forget by the role that serves requests', async () => {
    const client = new Client({ connectionString: house.api.database.appUrl });
    await client.connect();
    const [{ id: userId, email } = { id: '', email: '' }] = await backstage.rows<{ id: string; email: string }>(
      `SELECT u.id, u.email FROM users u JOIN members m ON m.user_id = u.id WHERE m.id = $1`,
      ben.memberId,
    );
    expect(userId).not.toBe('');
    const theirs = await house.api.founder.community();
    const before = await communityRows(house.api.founder, ours);
    for (const scope of [ours.key, theirs.key]) {
      await client.query(`BEGIN; SET LOCAL app.community_id = '${scope}'`);
      await client.query('SELECT forget_member(id) FROM unnest($1::uuid[]) AS m (id)', [[keyOf(ben.memberId), userId]]);
      await client.query('SELECT forget_user($1, $2)', [userId, email]);
      await client.query('COMMIT');
    }
    await client.query('SELECT forget_member($1)', [keyOf(ben.memberId)]);
    await client.end();
    expect(await communityRows(house.api.founder, ours)).toEqual(before);
  });
});
