import { randomUUID } from 'node:crypto';
import { GlobalId } from '@app/kernel';
import type { TestCommunity } from '../support/founder';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const ME = `query ($slug: String!) { community(slug: $slug) { viewerMember {
  id handle displayName title bio bioHtml locale role hasSeat version suspension { until reason } } } }`;
const MEMBER = `query ($slug: String!, $handle: String!) { community(slug: $slug) { member(handle: $handle) {
  id handle displayName role hasSeat suspension { until reason } } } }`;
const CREATE = `mutation ($input: CreateMemberInput!) { createMember(input: $input) { id handle displayName role hasSeat } }`;
const SET_ROLE = `mutation ($input: SetRoleInput!) { setRole(input: $input) { id role hasSeat } }`;
const GRANT = `mutation ($input: SeatInput!) { grantSeat(input: $input) { hasSeat } }`;
const REVOKE = `mutation ($input: SeatInput!) { revokeSeat(input: $input) { hasSeat } }`;
const SUSPEND = `mutation ($input: SuspendMemberInput!) { suspendMember(input: $input) { suspension { until reason } } }`;
const UNSUSPEND = `mutation ($input: UnsuspendMemberInput!) { unsuspendMember(input: $input) { suspension { reason } } }`;
const ASK = `mutation ($input: AskInput!) { ask(input: $input) { id authorRole } }`;

interface Me {
  id: string;
  handle: string;
  version: number;
  role: string;
  hasSeat: boolean;
  suspension: { until: string | null; reason: string } | null;
}

describe('roles, seats and suspensions', () => {
  let house: TestApp;
  let ours: TestCommunity;
  let admin: TestUser;
  let lead: TestUser;
  let moderator: TestUser;
  let ann: TestUser;

  beforeAll(async () => {
    house = await TestApp.start();
    ours = await house.founder.community();
    admin = await house.founder.member(house.url, ours, { role: 'ADMIN' });
    lead = await house.founder.member(house.url, ours, { role: 'LEAD' });
    moderator = await house.founder.member(house.url, ours, { seat: true });
    ann = await house.founder.member(house.url, ours);
  });
  afterAll(() => house.stop());

  const me = async (user: TestUser, community = ours): Promise<Me> => {
    const { community: found } = await user.ask<{ community: { viewerMember: Me } }>(ME, { slug: community.slug });
    return found.viewerMember;
  };
  const newcomer = (options: Parameters<typeof house.founder.member>[2] = {}): Promise<TestUser> =>
    house.founder.member(house.url, ours, options);
  const question = () => ({
    input: { communityId: ours.id, idempotencyKey: randomUUID(), title: 'Why is it so?', body: 'It just is.' },
  });
  const eventsOf = (user: TestUser, community = ours) =>
    house.founder.sql<{ type: string; data: Record<string, unknown>; actor_id: string; actor_role: string }>(
      community.key,
      'SELECT type, data, actor_id, actor_role FROM domain_events WHERE community_id = $1 AND subject_id = $2 ORDER BY id',
      [community.key, GlobalId.of(user.memberId, 'Member').id],
    );

  describe('roles and seats', () => {
    it('are set by admins, and each change tells what was before', async () => {
      const user = await newcomer({ seat: true });
      for (const role of ['EMPLOYEE', 'EMPLOYEE', 'ALUM', 'CHAMPION']) {
        const { setRole } = await admin.ask<{ setRole: object }>(SET_ROLE, {
          input: { memberId: user.memberId, role },
        });
        expect(setRole).toEqual({ id: user.memberId, role, hasSeat: role === 'EMPLOYEE' });
      }
      const told = (await eventsOf(user)).map(({ type, data, actor_role }) => [type, data, actor_role]);
      expect(told).toEqual([
        ['member.role_set', { from: 'CUSTOMER', to: 'EMPLOYEE' }, 'ADMIN'],
        ['member.role_set', { from: 'EMPLOYEE', to: 'ALUM' }, 'ADMIN'],
        ['member.seat_revoked', { from: true, to: false }, 'ADMIN'],
        ['member.role_set', { from: 'ALUM', to: 'CHAMPION' }, 'ADMIN'],
      ]);
    });

    it('hold from the next request on', async () => {
      const user = await newcomer();
      const target = await newcomer();
      const seat = { input: { memberId: user.memberId } };
      const suspension = { input: { memberId: target.memberId, reason: 'Spam' } };
      expect(await user.codeOf(SUSPEND, suspension)).toBe('FORBIDDEN');
      await expect(admin.ask(GRANT, seat)).resolves.toEqual({ grantSeat: { hasSeat: true } });
      await expect(admin.ask(GRANT, seat)).resolves.toEqual({ grantSeat: { hasSeat: true } });
      expect(await user.codeOf(SUSPEND, suspension)).toBe('OK');
      await expect(admin.ask(REVOKE, seat)).resolves.toEqual({ revokeSeat: { hasSeat: false } });
      expect(await user.codeOf(SUSPEND, suspension)).toBe('FORBIDDEN');
      expect((await eventsOf(user)).map(({ type }) => type)).toEqual(['member.seat_granted', 'member.seat_revoked']);
    });

    it('hold for the second change of one request', async () => {
      const own = await house.founder.community();
      const first = await house.founder.member(house.url, own, { role: 'ADMIN' });
      const second = await house.founder.member(house.url, own, { role: 'ADMIN' });
      const { errors, data } = await first.send<Record<string, object | null>>(
        `mutation ($me: ID!, $other: ID!) { down: setRole(input: { memberId: $me, role: LEAD }) { role }
          again: setRole(input: { memberId: $other, role: CUSTOMER }) { role } }`,
        { me: first.memberId, other: second.memberId },
      );
      expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([[['again'], 'FORBIDDEN']]);
      expect(data).toBeNull();
      await expect(me(second, own)).resolves.toMatchObject({ role: 'ADMIN' });
    });

    it('leave an alum without rights, and old posts with their label', async () => {
      const user = await newcomer({ role: 'REPRESENTATIVE' });
      const { ask } = await user.ask<{ ask: { id: string } }>(ASK, question());
      await admin.ask(SET_ROLE, { input: { memberId: user.memberId, role: 'ALUM' } });
      expect(await user.codeOf(ASK, question())).toBe('FORBIDDEN');
      expect(await admin.codeOf(GRANT, { input: { memberId: user.memberId } })).toBe('INVALID_INPUT');
      const { topic } = await user.ask<{ topic: object }>(
        `query ($id: ID!) { topic(id: $id) { authorRole author { role } } }`,
        { id: ask.id },
      );
      expect(topic).toEqual({ authorRole: 'REPRESENTATIVE', author: { role: 'ALUM' } });
    });

    it('leave one admin, though fifty changes race to remove the last two', async () => {
      const own = await house.founder.community();
      const admins = [
        await house.founder.member(house.url, own, { role: 'ADMIN' }),
        await house.founder.member(house.url, own, { role: 'ADMIN' }),
      ];
      const codes = await Promise.all(
        Array.from({ length: 50 }, (_, i) =>
          (admins[i % 2] as TestUser).codeOf(SET_ROLE, {
            input: { memberId: admins[(i >> 1) % 2]?.memberId, role: i % 3 === 0 ? 'CUSTOMER' : 'ALUM' },
          }),
        ),
      );
      const left = await house.founder.sql(
        own.key,
        `SELECT id FROM members WHERE community_id = $1 AND role = 'ADMIN'`,
        [own.key],
      );
      expect(left).toHaveLength(1);
      expect(codes).toContain('LAST_ADMIN');
      expect(codes.filter((code) => !['OK', 'LAST_ADMIN', 'FORBIDDEN'].includes(code))).toEqual([]);
    });

    it('count as the last admin only who can act', async () => {
      const own = await house.founder.community();
      const only = await house.founder.member(house.url, own, { role: 'ADMIN' });
      const { createMember } = await only.ask<{ createMember: { id: string } }>(CREATE, {
        input: {
          communityId: own.id,
          idempotencyKey: randomUUID(),
          handle: 'unclaimed',
          displayName: 'Un',
          role: 'ADMIN',
        },
      });
      const down = { input: { memberId: only.memberId, role: 'CUSTOMER' } };
      expect(await only.codeOf(SET_ROLE, down)).toBe('LAST_ADMIN');
      const suspended = await house.founder.member(house.url, own, { suspended: true });
      const up = { input: { memberId: suspended.memberId, role: 'ADMIN' } };
      expect(await only.codeOf(SET_ROLE, up)).toBe('INVALID_INPUT');
      expect(await only.codeOf(SET_ROLE, { input: { memberId: createMember.id, role: 'CUSTOMER' } })).toBe('OK');
    });

    it('look the same for members elsewhere and members nowhere', async () => {
      const theirs = await house.founder.member(house.url, await house.founder.community());
      const nowhere = GlobalId.encode('Member', ours.key, randomUUID());
      for (const memberId of [theirs.memberId, nowhere]) {
        expect(await admin.codeOf(SET_ROLE, { input: { memberId, role: 'LEAD' } })).toMatch(/^(NOT_FOUND|FORBIDDEN)$/);
      }
      expect(await admin.codeOf(SET_ROLE, { input: { memberId: ours.id, role: 'LEAD' } })).toBe('NOT_FOUND');
      expect(await admin.codeOf(SET_ROLE, { input: { memberId: 'nonsense', role: 'LEAD' } })).toBe('INVALID_INPUT');
    });
  });

  describe('suspension', () => {
    const suspend = (user: TestUser, more: object = {}) => ({
      input: { memberId: user.memberId, reason: 'Insults', ...more },
    });

    it('leaves reading, at once, and ends when it is lifted', async () => {
      const user = await newcomer();
      expect(await user.codeOf(ASK, question())).toBe('OK');
      await expect(moderator.ask(SUSPEND, suspend(user))).resolves.toEqual({
        suspendMember: { suspension: { until: null, reason: 'Insults' } },
      });
      expect(await user.codeOf(ASK, question())).toBe('MEMBER_SUSPENDED');
      await expect(me(user)).resolves.toMatchObject({ suspension: { until: null, reason: 'Insults' } });
      await expect(moderator.ask(UNSUSPEND, { input: { memberId: user.memberId } })).resolves.toEqual({
        unsuspendMember: { suspension: null },
      });
      expect(await user.codeOf(ASK, question())).toBe('OK');
      await moderator.ask(UNSUSPEND, { input: { memberId: user.memberId } });
      const events = await eventsOf(user);
      expect(events.map(({ type, data }) => [type, data])).toEqual([
        ['member.suspended', { until: null, reason: 'Insults' }],
        ['member.unsuspended', { until: null, reason: 'Insults' }],
      ]);
      expect(events[0]?.actor_id).toBe(GlobalId.of(moderator.memberId, 'Member').id);
    });

    it('ends by itself at its time', async () => {
      const user = await newcomer();
      const until = '2999-05-01T10:00:00.000Z';
      await moderator.ask(SUSPEND, suspend(user, { until }));
      await expect(me(user)).resolves.toMatchObject({ suspension: { until } });
      const key = GlobalId.of(user.memberId, 'Member').id;
      await house.founder.sql(ours.key, `UPDATE members SET suspended_until = now() WHERE id = $1`, [key]);
      expect(await user.codeOf(ASK, question())).toBe('OK');
      await expect(me(user)).resolves.toMatchObject({ suspension: null });
    });

    it('is between the member and staff', async () => {
      const user = await newcomer();
      await moderator.ask(SUSPEND, suspend(user));
      const { handle } = await me(user);
      const seen = async (viewer: TestUser) =>
        (await viewer.ask<{ community: { member: Me } }>(MEMBER, { slug: ours.slug, handle })).community.member
          .suspension;
      await expect(seen(lead)).resolves.toEqual({ until: null, reason: 'Insults' });
      await expect(seen(ann)).resolves.toBeNull();
      await expect(seen(house.stranger)).resolves.toBeNull();
    });

    it('reaches staff through admins only, and admins never', async () => {
      const employee = await newcomer({ role: 'EMPLOYEE' });
      const second = await newcomer({ role: 'ADMIN' });
      expect(await ann.codeOf(SUSPEND, suspend(employee))).toBe('FORBIDDEN');
      expect(await lead.codeOf(SUSPEND, suspend(employee))).toBe('FORBIDDEN');
      expect(await lead.codeOf(SUSPEND, suspend(moderator))).toBe('FORBIDDEN');
      expect(await moderator.codeOf(SUSPEND, suspend(moderator))).toBe('FORBIDDEN');
      expect(await admin.codeOf(SUSPEND, suspend(second))).toBe('FORBIDDEN');
      expect(await admin.codeOf(SUSPEND, suspend(employee))).toBe('OK');
      expect(await lead.codeOf(UNSUSPEND, { input: { memberId: employee.memberId } })).toBe('FORBIDDEN');
    });

    it.each([
      ['an end in the past', { until: '2020-01-01T00:00:00Z' }],
      ['an end that is no moment', { until: 'tomorrow' }],
      ['no reason', { reason: ' ' }],
      ['a long reason', { reason: 'x'.repeat(301) }],
    ])('refuses %s', async (_, more) => {
      expect(await moderator.codeOf(SUSPEND, suspend(ann, more))).toBe('INVALID_INPUT');
      await expect(me(ann)).resolves.toMatchObject({ suspension: null });
    });
  });
});
