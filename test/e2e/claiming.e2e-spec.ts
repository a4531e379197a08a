import { randomUUID } from 'node:crypto';
import { Backstage, keyOf } from '../support/backstage';
import { Conversation } from '../support/conversation';
import { counterDrift } from '../support/counter-drift';
import type { TestCommunity } from '../support/founder';
import { IDENTITY } from '../support/identity/identity-operations';
import { mutation } from '../support/mutation';
import { TestApp } from '../support/test-app';
import { TestUser } from '../support/test-user';

const CLAIM = mutation('claimMember', 'id handle displayName role isClaimed isFormer');
const NODE = 'query ($id: ID!) { node(id: $id) { ... on Member { handle displayName role isClaimed isFormer } } }';

interface Claimed {
  id: string;
  displayName: string;
  role: string;
  isClaimed: boolean | null;
}

describe('an unclaimed member', () => {
  let house: TestApp;
  let ours: TestCommunity;
  let backstage: Backstage;
  let admin: TestUser;

  beforeAll(async () => {
    house = await TestApp.start();
    ours = await house.founder.community({ companyEmailDomains: ['acme.example'] });
    backstage = new Backstage(house, ours);
    admin = await house.founder.member(house.url, ours, { role: 'ADMIN' });
  });
  afterAll(() => house.stop());

  const emailOf = async (user: TestUser): Promise<string> =>
    (await user.ask<{ viewer: { email: string } }>('{ viewer { email } }')).viewer.email;
  const setEmail = (user: TestUser & { userId: string }, email: string): Promise<object[]> =>
    backstage.rows(`UPDATE users SET email = '${email}' WHERE id = '${user.userId}'`);
  /** The global id of a member whom nobody has claimed, and who waits under an address where one is given. */
  const imported = async (email: string | null, more: Record<string, string> = {}, at = ours): Promise<string> => {
    const input = {
      communityId: at.id,
      idempotencyKey: randomUUID(),
      handle: `old-${randomUUID().slice(0, 8)}`,
      displayName: 'Ann of old',
      ...more,
    };
    const owner = at === ours ? admin : await house.founder.member(house.url, at, { role: 'ADMIN' });
    const { createMember } = await owner.ask<{ createMember: { id: string } }>(mutation('createMember', 'id'), {
      input,
    });
    if (email) {
      await house.founder.sql(at.key, 'INSERT INTO member_addresses VALUES ($1, $2, $3)', [
        at.key,
        keyOf(createMember.id),
        email,
      ]);
    }
    return createMember.id;
  };
  const join = (user: TestUser, at = ours) => ({
    input: { communityId: at.id, idempotencyKey: randomUUID(), displayName: 'Ann of new' },
    now: async function (): Promise<Claimed> {
      return (await user.ask<{ joinCommunity: Claimed }>(IDENTITY.JOIN, { input: this.input })).joinCommunity;
    },
  });
  const addresses = (): Promise<{ email: string }[]> => backstage.rows('SELECT email FROM member_addresses');
  const eventsOf = (id: string): Promise<{ type: string; data: object }[]> =>
    backstage.rows('SELECT type, data FROM domain_events WHERE subject_id = $1 ORDER BY id', id);

  describe('who is awaited under an address', () => {
    it('is whoever joins with it: the first one of several, with name and role, once for fifty calls', async () => {
      const user = await house.founder.user(house.url);
      const first = await imported(await emailOf(user), { role: 'CHAMPION' });
      const second = await imported(await emailOf(user));
      const joined = await Promise.all(Array.from({ length: 50 }, () => join(user).now()));
      expect(new Set(joined.map(({ id }) => id))).toEqual(new Set([first]));
      expect(joined[0]).toMatchObject({ displayName: 'Ann of old', role: 'CHAMPION' });
      expect((await eventsOf(first)).slice(1)).toEqual([
        { type: 'member.claimed', data: { by: 'ADDRESS', role: 'CHAMPION' } },
      ]);
      expect(await addresses()).toEqual([{ email: await emailOf(user) }]);
      // The second one is for an admin to give.
      await expect(
        admin.ask(CLAIM, { input: { memberId: second, email: await emailOf(user) } }),
      ).resolves.toMatchObject({ claimMember: { id: first } });
      expect(await addresses()).toEqual([]);
    });

    it('stays suspended, and becomes an employee as customers do', async () => {
      const suspended = await house.founder.user(house.url);
      const id = await imported(await emailOf(suspended));
      await backstage.rows(
        `UPDATE members SET suspended_until = '2999-01-01', suspended_reason = 'So.' WHERE id = $1`,
        id,
      );
      await join(suspended).now();
      const ask = { communityId: ours.id, idempotencyKey: randomUUID(), title: 'So?', body: 'So.' };
      expect(await suspended.codeOf(mutation('ask'), { input: ask })).toBe('MEMBER_SUSPENDED');
      const colleague = await house.founder.user(house.url);
      await setEmail(colleague, 'bo@acme.example');
      const old = await imported('bo@acme.example');
      await expect(join(colleague).now()).resolves.toMatchObject({ id: old, role: 'EMPLOYEE' });
      expect((await eventsOf(old)).map(({ type }) => type)).toEqual([
        'member.created',
        'member.claimed',
        'member.role_set',
      ]);
    });

    it('is nobody with an address that is not verified, or is erased', async () => {
      const user = await house.founder.user(house.url);
      const id = await imported(await emailOf(user));
      await backstage.rows(`UPDATE users SET email_verified_at = NULL WHERE id = '${user.userId}'`);
      expect((await join(user).now()).id).not.toBe(id);
      const other = await house.founder.user(house.url);
      const gone = await imported(await emailOf(other));
      await backstage.rows('UPDATE members SET erased_at = now() WHERE id = $1', gone);
      expect((await join(other).now()).id).not.toBe(gone);
    });

    it('is let in where nobody else may join by themselves', async () => {
      const closed = await house.founder.community({ openToJoin: false }, 'MEMBERS_ONLY');
      const user = await house.founder.user(house.url);
      const wish = { input: join(user, closed).input };
      expect(await user.codeOf(IDENTITY.JOIN, wish)).toBe('NOT_FOUND');
      const id = await imported(await emailOf(user), {}, closed);
      await expect(join(user, closed).now()).resolves.toMatchObject({ id });
    });
  });

  describe('by the word of an admin', () => {
    it('waits for who has the address too, as long as they have not joined', async () => {
      const user = await house.founder.user(house.url);
      const memberId = await imported('somebody@else.example');
      const input = { memberId, email: ` ${(await emailOf(user)).toUpperCase()} ` };
      for (let i = 0; i < 2; i++) {
        await expect(admin.ask(CLAIM, { input })).resolves.toMatchObject({
          claimMember: { id: memberId, displayName: 'Ann of old', isClaimed: false, isFormer: false },
        });
      }
      const memberships = async (): Promise<object[]> =>
        (await user.ask<{ viewer: { memberships: object[] } }>(IDENTITY.MEMBERSHIPS)).viewer.memberships;
      expect(await memberships()).toEqual([]);
      await expect(join(user).now()).resolves.toMatchObject({ id: memberId });
      expect(await memberships()).toMatchObject([{ member: { id: memberId } }]);
    });

    it('waits where there is nobody yet, under the address that was said last', async () => {
      const user = await house.founder.user(house.url);
      const memberId = await imported(null);
      await backstage.rows(`UPDATE users SET email_verified_at = NULL WHERE id = '${user.userId}'`);
      for (const email of ['nobody@example.com', await emailOf(user)]) {
        await expect(admin.ask(CLAIM, { input: { memberId, email } })).resolves.toMatchObject({
          claimMember: { id: memberId, isClaimed: false },
        });
      }
      const events = JSON.stringify(await eventsOf(memberId));
      expect(events).toContain('member.awaited');
      expect(events).not.toContain('@');
      await backstage.rows(`UPDATE users SET email_verified_at = now() WHERE id = '${user.userId}'`);
      await expect(join(user).now()).resolves.toMatchObject({ id: memberId });
    });

    it('gives all to whom their person is already, and leaves an empty former member', async () => {
      const ann = await house.founder.member(house.url, ours, { days: 1 });
      const ben = await house.founder.member(house.url, ours);
      const memberId = await imported(null);
      const keyInput = {
        idempotencyKey: randomUUID(),
        name: 'K',
        scopes: ['READ', 'WRITE'],
        actsInCommunityId: ours.id,
      };
      const { createApiKey } = await admin.ask<{ createApiKey: { token: string } }>(IDENTITY.CREATE_KEY, {
        input: keyInput,
      });
      const old = new TestUser(house.url, createApiKey.token, '', { 'x-act-as': memberId });
      const say = new Conversation(ours);
      const topic = await say.ask(old, { tags: ['light'] });
      const hers = await say.answer(ann, topic);
      const his = await say.answer(ben, topic);
      const comment = await say.comment(old, { answerId: his });
      const other = await say.ask(ben);
      const oldAnswer = await say.answer(old, other);
      const call = (user: TestUser, name: string, input: object, type?: string): Promise<unknown> =>
        user.ask(mutation(name, '__typename', type), { input });
      const written = { communityId: ours.id, title: 'Light', body: 'On.', state: 'PUBLISHED' };
      const articles: string[] = [];
      for (let i = 0; i < 2; i++) {
        const { createArticle } = await admin.ask<{ createArticle: { id: string } }>(mutation('createArticle', 'id'), {
          input: { ...written, idempotencyKey: randomUUID() },
        });
        articles.push(createArticle.id);
        await call(old, 'voteArticle', { articleId: createArticle.id, vote: 'NO' });
      }
      await call(ann, 'voteArticle', { articleId: articles[0], vote: 'YES' });
      await call(ann, 'starAnswer', { answerId: oldAnswer }, 'StarInput');
      await call(old, 'starAnswer', { answerId: hers }, 'StarInput');
      for (const user of [ann, old]) {
        await call(user, 'starAnswer', { answerId: his }, 'StarInput');
        await call(user, 'meToo', { topicId: other });
        await call(user, 'follow', { id: ben.memberId });
        await user.ask('mutation ($input: FlagInput!) { flag(input: $input) }', {
          input: { postId: other, reason: 'SPAM' },
        });
      }
      await call(ann, 'follow', { id: memberId });
      await call(ben, 'follow', { id: memberId });
      await call(ben, 'follow', { id: ann.memberId });
      await call(old, 'markSolved', { answerId: hers }, 'SolvedMarkInput');
      await backstage.rows(`INSERT INTO redirects VALUES ('${ours.key}', '/people/ann', 'MEMBER', $1)`, memberId);

      const email = await emailOf(ann);
      for (let i = 0; i < 2; i++) {
        await expect(admin.ask(CLAIM, { input: { memberId, email } })).resolves.toMatchObject({
          claimMember: { id: ann.memberId, isClaimed: true },
        });
      }
      expect(await counterDrift(house.founder, ours.key)).toEqual([]);
      const seen = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Topic { author { id } meTooCount followerCount }
        ... on Answer { author { id } isFollowUp starCount } ... on Comment { author { id } } } }`;
      const author = { id: ann.memberId };
      await expect(house.stranger.ask(seen, { ids: [topic, hers, his, comment, other, oldAnswer] })).resolves.toEqual({
        nodes: [
          { author, meTooCount: 1, followerCount: 2 },
          { author, isFollowUp: true, starCount: 0 },
          { author: { id: ben.memberId }, isFollowUp: false, starCount: 1 },
          { author },
          { author: { id: ben.memberId }, meTooCount: 2, followerCount: 2 },
          { author, isFollowUp: false, starCount: 0 },
        ],
      });
      const votes = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Article { viewerVote stillRightVotes { yes no } } } }`;
      await expect(ann.ask(votes, { ids: articles })).resolves.toEqual({
        nodes: [
          { viewerVote: 'YES', stillRightVotes: { yes: 1, no: 0 } },
          { viewerVote: 'NO', stillRightVotes: { yes: 0, no: 1 } },
        ],
      });
      await expect(admin.ask(NODE, { id: memberId })).resolves.toMatchObject({
        node: { displayName: 'Former member', role: 'CUSTOMER', isClaimed: false, isFormer: true },
      });
      expect(await backstage.rows('SELECT target_id FROM redirects')).toEqual([{ target_id: keyOf(ann.memberId) }]);
      expect(await backstage.rows('SELECT id FROM flags WHERE member_id = $1', ann.memberId)).toHaveLength(1);
      expect((await eventsOf(ann.memberId)).at(-1)).toEqual({
        type: 'member.claimed',
        data: { by: 'ADMIN', mergedId: keyOf(memberId) },
      });
      expect(await old.codeOf(mutation('meToo'), { input: { topicId: other } })).toBe('FORBIDDEN');
    });

    it('is one person, though fifty say so at once', async () => {
      const people = await Promise.all(Array.from({ length: 10 }, () => house.founder.member(house.url, ours)));
      const emails = await Promise.all(people.map(emailOf));
      const memberId = await imported(null);
      const codes = await Promise.all(
        Array.from({ length: 50 }, (_, i) => admin.codeOf(CLAIM, { input: { memberId, email: emails[i % 10] } })),
      );
      expect(new Set(codes)).toEqual(new Set(['OK', 'INVALID_INPUT']));
      expect(codes.filter((code) => code === 'OK')).toHaveLength(5);
      expect(
        await backstage.rows('SELECT id FROM members WHERE id = $1 AND merged_into_id IS NOT NULL', memberId),
      ).toHaveLength(1);
      expect(await counterDrift(house.founder, ours.key)).toEqual([]);
    });

    it('cannot be whoever is claimed, erased, elsewhere, or without an address; and only admins say so', async () => {
      const lead = await house.founder.member(house.url, ours, { role: 'LEAD' });
      const taken = await house.founder.member(house.url, ours);
      const memberId = await imported(null);
      const email = 'nobody@example.com';
      const codeOf = (user: TestUser, input: object): Promise<string> => user.codeOf(CLAIM, { input });
      expect(await codeOf(admin, { memberId: taken.memberId, email })).toBe('INVALID_INPUT');
      expect(await codeOf(admin, { memberId: admin.memberId, email: await emailOf(taken) })).toBe('INVALID_INPUT');
      expect(await codeOf(admin, { memberId, email: 'no address' })).toBe('INVALID_INPUT');
      expect(await codeOf(lead, { memberId, email })).toBe('FORBIDDEN');
      expect(await codeOf(house.stranger, { memberId, email })).toBe('UNAUTHENTICATED');
      await backstage.rows('UPDATE members SET erased_at = now() WHERE id = $1', memberId);
      expect(await codeOf(admin, { memberId, email })).toBe('INVALID_INPUT');
      const elsewhere = await house.founder.community();
      const theirs = await imported(null, {}, elsewhere);
      expect(await codeOf(admin, { memberId: theirs, email })).toBe('FORBIDDEN');
    });
  });
});
