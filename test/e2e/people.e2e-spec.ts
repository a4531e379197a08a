import { randomUUID } from 'node:crypto';
import { GlobalId } from '@app/kernel';
import type { TestCommunity } from '../support/founder';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const ME = `query ($slug: String!) { community(slug: $slug) { viewerMember {
  id handle displayName title bio bioHtml locale role hasSeat version suspension { until reason } } } }`;
const MEMBER = `query ($slug: String!, $handle: String!) { community(slug: $slug) { member(handle: $handle) {
  id handle displayName role hasSeat suspension { until reason } } } }`;
const PROFILE = `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) {
  id handle displayName title bio bioHtml locale version } }`;
const CREATE = `mutation ($input: CreateMemberInput!) { createMember(input: $input) { id handle displayName role hasSeat } }`;

interface Me {
  id: string;
  handle: string;
  version: number;
  role: string;
  hasSeat: boolean;
  suspension: { until: string | null; reason: string } | null;
}

describe('the people of a community', () => {
  let house: TestApp;
  let ours: TestCommunity;
  let admin: TestUser;
  let lead: TestUser;
  let ann: TestUser;

  beforeAll(async () => {
    house = await TestApp.start();
    ours = await house.founder.community();
    admin = await house.founder.member(house.url, ours, { role: 'ADMIN' });
    lead = await house.founder.member(house.url, ours, { role: 'LEAD' });
    ann = await house.founder.member(house.url, ours);
  });
  afterAll(() => house.stop());

  const me = async (user: TestUser, community = ours): Promise<Me> => {
    const { community: found } = await user.ask<{ community: { viewerMember: Me } }>(ME, { slug: community.slug });
    return found.viewerMember;
  };
  const newcomer = (options: Parameters<typeof house.founder.member>[2] = {}): Promise<TestUser> =>
    house.founder.member(house.url, ours, options);
  const eventsOf = (user: TestUser, community = ours) =>
    house.founder.sql<{ type: string; data: Record<string, unknown>; actor_id: string; actor_role: string }>(
      community.key,
      'SELECT type, data, actor_id, actor_role FROM domain_events WHERE community_id = $1 AND subject_id = $2 ORDER BY id',
      [community.key, GlobalId.of(user.memberId, 'Member').id],
    );

  describe('profiles', () => {
    const change = (more: object) => ({ input: { communityId: ours.id, version: 1, ...more } });

    it('are changed by their own member, in part', async () => {
      const user = await newcomer();
      const first = {
        handle: 'Anna_Lena',
        displayName: ' Anna  Lena ',
        title: 'Baker',
        bio: 'I *bake*.',
        locale: 'de',
      };
      const { updateProfile } = await user.ask<{ updateProfile: object }>(PROFILE, change(first));
      const after = {
        handle: 'anna_lena',
        displayName: 'Anna Lena',
        title: 'Baker',
        bio: 'I *bake*.',
        bioHtml: '<p>I <em>bake</em>.</p>\n',
        locale: 'de',
        version: 2,
      };
      expect(updateProfile).toMatchObject(after);
      await user.ask(PROFILE, change({ version: 2, bio: '', locale: null }));
      await expect(me(user)).resolves.toMatchObject({ ...after, bio: '', bioHtml: '', locale: null, version: 3 });
      const events = await eventsOf(user);
      expect(events.map(({ type }) => type)).toEqual(['member.profile_updated', 'member.profile_updated']);
      expect(events[0]?.data).toMatchObject({ handle: { to: 'anna_lena' }, version: 2 });
      const { community } = await house.stranger.ask<{ community: object }>(MEMBER, {
        slug: ours.slug,
        handle: 'ANNA_lena',
      });
      expect(community).toMatchObject({ member: { displayName: 'Anna Lena' } });
    });

    it('keep one handle to one member, though fifty reach for it', async () => {
      const users = await Promise.all(Array.from({ length: 50 }, () => newcomer()));
      const codes = await Promise.all(users.map((user) => user.codeOf(PROFILE, change({ handle: 'the-one' }))));
      expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
      expect(codes.filter((code) => code === 'HANDLE_TAKEN')).toHaveLength(49);
    });

    it('refuse an old version and say the current one', async () => {
      const user = await newcomer();
      const { errors } = await user.send(PROFILE, change({ version: 7, title: 'x' }));
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 1 });
      const both = await Promise.all([1, 2].map((n) => user.codeOf(PROFILE, change({ title: `Title ${n}` }))));
      expect(both.toSorted()).toEqual(['CONFLICT', 'OK']);
    });

    it.each([
      ['a short handle', { handle: 'no' }],
      ['a handle that only looks right', { handle: 'аdmin' }],
      ['a name that nobody sees', { displayName: ' \u200B ' }],
      ['a long name', { displayName: 'x'.repeat(61) }],
      ['a long title', { title: 'x'.repeat(101) }],
      ['a NUL in a title', { title: 'a\u0000b' }],
      ['half a character in a title', { title: 'a\uD800b' }],
      ['a long bio', { bio: 'x'.repeat(2001) }],
      ['a NUL in a bio', { bio: 'a\u0000b' }],
      ['a locale that is none', { locale: 'klingon!' }],
    ])('refuse %s', async (_, input) => {
      expect(await ann.codeOf(PROFILE, change(input))).toBe('INVALID_INPUT');
    });

    it("are nobody else's, and none of a reader's", async () => {
      expect(await house.stranger.codeOf(PROFILE, change({ title: 'x' }))).toBe('UNAUTHENTICATED');
      expect(await (await house.founder.user(house.url)).codeOf(PROFILE, change({ title: 'x' }))).toBe('FORBIDDEN');
      expect(await (await newcomer({ role: 'ALUM' })).codeOf(PROFILE, change({ title: 'x' }))).toBe('FORBIDDEN');
    });
  });

  describe('lists', () => {
    const LIST = `query ($slug: String!, $first: Int, $after: String, $last: Int, $before: String, $order: MemberOrder!, $role: Role) {
      community(slug: $slug) { members(first: $first, after: $after, last: $last, before: $before, order: $order, role: $role) {
        nodes { handle displayName joinedAt } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;
    interface Page {
      community: {
        members: {
          nodes: { handle: string; displayName: string; joinedAt: string }[];
          pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
        };
      };
    }
    let small: TestCommunity;

    beforeAll(async () => {
      small = await house.founder.community();
      const roles = ['ADMIN', 'CUSTOMER', 'CUSTOMER', 'CHAMPION', 'CUSTOMER', 'LEAD', 'CUSTOMER'] as const;
      for (const [i, role] of roles.entries())
        await house.founder.member(house.url, small, { role, days: (i * 5) % 7 });
      await house.founder.sql(small.key, `UPDATE members SET display_name = 'Twin' WHERE role = 'CUSTOMER'`);
    });

    const page = async (variables: object): Promise<Page['community']['members']> =>
      (await house.stranger.ask<Page>(LIST, { slug: small.slug, ...variables })).community.members;

    it.each(['RECENTLY_JOINED', 'NAME'])('go through all members by %s, forth and back', async (order) => {
      const whole = await page({ order, first: 50 });
      expect(whole.nodes).toHaveLength(7);
      const keys = whole.nodes.map(({ joinedAt, displayName }) => (order === 'NAME' ? displayName : joinedAt));
      expect(keys).toEqual(order === 'NAME' ? keys.toSorted() : keys.toSorted().toReversed());
      const forth: string[] = [];
      let after: string | undefined;
      do {
        const part = await page({ order, first: 2, after });
        forth.push(...part.nodes.map(({ handle }) => handle));
        after = part.pageInfo.hasNextPage ? part.pageInfo.endCursor : undefined;
      } while (after);
      expect(forth).toEqual(whole.nodes.map(({ handle }) => handle));
      const back = await page({ order, last: 3, before: whole.pageInfo.endCursor });
      expect(back.nodes).toEqual(whole.nodes.slice(3, 6));
      expect(back.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    });

    it('hold the members of one role', async () => {
      const { nodes, pageInfo } = await page({ order: 'RECENTLY_JOINED', role: 'CUSTOMER', first: 4 });
      expect(nodes).toHaveLength(4);
      expect(pageInfo.hasNextPage).toBe(false);
      await expect(page({ order: 'NAME', role: 'ALUM', first: 4 })).resolves.toMatchObject({ nodes: [] });
    });

    it('refuse a cursor of another list and pages out of range', async () => {
      const { pageInfo } = await page({ order: 'NAME', first: 1 });
      const send = (variables: object) => house.stranger.codeOf(LIST, { slug: small.slug, ...variables });
      expect(await send({ order: 'NAME', first: 1, after: pageInfo.endCursor })).toBe('OK');
      expect(await send({ order: 'RECENTLY_JOINED', first: 1, after: pageInfo.endCursor })).toBe('INVALID_INPUT');
      expect(await send({ order: 'NAME', role: 'LEAD', first: 1, after: pageInfo.endCursor })).toBe('INVALID_INPUT');
      expect(await send({ order: 'NAME', first: 1, last: 1 })).toBe('INVALID_INPUT');
    });

    it('refuse a NUL in what is looked for', async () => {
      const find = `query ($slug: String!, $code: String!) { community(slug: $slug) { topic(code: $code) { id } } }`;
      expect(await house.stranger.codeOf(find, { slug: 'a\u0000b', code: 'x' })).toBe('INVALID_INPUT');
      expect(await house.stranger.codeOf(find, { slug: small.slug, code: 'a\u0000b' })).toBe('INVALID_INPUT');
    });

    it('find no member by what is no handle', async () => {
      for (const handle of ['nobody-here', 'a\u0000b', '', '%', 'x'.repeat(5000)]) {
        await expect(house.stranger.ask(MEMBER, { slug: small.slug, handle })).resolves.toMatchObject({
          community: { member: null },
        });
      }
    });
  });

  describe('created members', () => {
    const input = (more: object = {}) => ({
      input: {
        communityId: ours.id,
        idempotencyKey: randomUUID(),
        handle: `made-${randomUUID().slice(0, 8)}`,
        displayName: 'Made',
        ...more,
      },
    });

    it('come once for one key, though fifty ask at once', async () => {
      const one = input({ role: 'CHAMPION' });
      const made = await Promise.all(
        Array.from({ length: 50 }, () => admin.ask<{ createMember: { id: string; role: string } }>(CREATE, one)),
      );
      expect(new Set(made.map(({ createMember }) => createMember.id)).size).toBe(1);
      expect(made[0]?.createMember.role).toBe('CHAMPION');
      const rows = await house.founder.sql<{ user_id: string | null }>(
        ours.key,
        'SELECT user_id FROM members WHERE community_id = $1 AND handle = $2',
        [ours.key, one.input.handle],
      );
      expect(rows).toEqual([{ user_id: null }]);
      expect(await admin.codeOf(CREATE, { input: { ...one.input, displayName: 'Other' } })).toBe(
        'IDEMPOTENCY_MISMATCH',
      );
    });

    it('take a handle that is free, a role that is one, and an admin', async () => {
      const { handle } = await me(ann);
      expect(await admin.codeOf(CREATE, input({ handle }))).toBe('HANDLE_TAKEN');
      expect(await admin.codeOf(CREATE, input({ handle: 'x y' }))).toBe('INVALID_INPUT');
      expect(await admin.codeOf(CREATE, input({ idempotencyKey: 'short' }))).toBe('INVALID_INPUT');
      expect(await admin.codeOf(CREATE, input({ role: 'GOD' }))).toBe('BAD_USER_INPUT');
      expect(await lead.codeOf(CREATE, input())).toBe('FORBIDDEN');
    });
  });
});
