import { randomUUID } from 'node:crypto';
import { PERMISSIONS, type Permission } from '@app/community';
import { GlobalId, newId, ROLES, type Role } from '@app/kernel';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { schemaText } from '../apps/api/src/schema-text';
import type { TestCommunity } from './support/founder';
import { documentFor, operations, type Ids } from './support/operations';
import { TestApp } from './support/test-app';
import type { TestUser } from './support/test-user';

/** The table of the product, written down a second time by hand: who may, with `+` where a seat grants it. */
const TABLE: Readonly<Record<Permission, string>> = {
  participate: 'CUSTOMER CHAMPION EMPLOYEE REPRESENTATIVE LEAD ADMIN',
  setStatus: 'REPRESENTATIVE LEAD ADMIN +',
  speakForCompany: 'REPRESENTATIVE LEAD ADMIN',
  curate: 'REPRESENTATIVE LEAD ADMIN +',
  workTrays: 'EMPLOYEE REPRESENTATIVE LEAD ADMIN +',
  vouch: 'REPRESENTATIVE LEAD ADMIN',
  lead: 'LEAD ADMIN',
  leadPeople: 'LEAD ADMIN',
  administer: 'ADMIN',
};

const all = operations();
const inCommunities = all.filter(({ access }) => access && access in PERMISSIONS);

describe('the access matrix', () => {
  let house: TestApp;
  let schema: GraphQLSchema;
  let ours: TestCommunity;
  let ids: Ids;
  let people: Readonly<Record<string, TestUser>>;

  beforeAll(async () => {
    house = await TestApp.start();
    schema = buildSchema(await schemaText());
    ours = await house.founder.community();
    ids = idsIn(ours.key, ours.slug);
    const entries = ROLES.map(async (role): Promise<[string, TestUser]> => [
      role,
      await house.founder.member(house.url, ours, { role }),
    ]);
    people = Object.fromEntries(await Promise.all(entries));
  });
  afterAll(() => house.stop());

  it('is the table of the product', () => {
    const code = Object.entries(PERMISSIONS).map(([name, { roles, seat }]) => [
      name,
      [...roles, ...(seat ? ['+'] : [])].join(' '),
    ]);
    expect(Object.fromEntries(code)).toEqual(TABLE);
  });

  it('covers every operation: each declares who may run it', () => {
    expect(all.filter(({ access }) => !access).map(({ name }) => name)).toEqual([]);
    const inSchema = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}),
    );
    expect(all.map(({ name }) => name).toSorted()).toEqual(inSchema.toSorted());
  });

  const refused = async (user: TestUser, operation: (typeof all)[number], names: Ids): Promise<string> => {
    const { query, variables } = documentFor(schema, operation, names);
    const { errors } = await user.send(query, variables);
    const first = errors?.[0];
    if (!first) return 'RAN';
    const { code } = first.extensions;
    // A policy may refuse on the thing itself, with a sentence of its own; the guard speaks for the permission.
    const guard = `You may not ${PERMISSIONS[operation.access as Permission]?.action} in this community.`;
    return code === 'FORBIDDEN' && first.message !== guard ? 'JUDGED' : code;
  };

  it.each(inCommunities.map((operation) => [`${operation.name} (${operation.access})`, operation] as const))(
    '%s is open to the roles of its row, and to no other',
    async (_, operation) => {
      const granted = TABLE[operation.access as Permission].split(' ');
      for (const role of ROLES) {
        const code = await refused(people[role] as TestUser, operation, ids);
        const text = `${role}: ${code}`;
        if (granted.includes(role satisfies Role))
          expect(text).not.toMatch(/: (FORBIDDEN|UNAUTHENTICATED|MEMBER_SUSPENDED|INTERNAL_SERVER_ERROR)$/);
        else expect(text).toBe(`${role}: FORBIDDEN`);
      }
      const seated = await house.founder.member(house.url, ours, { seat: true });
      const bySeat = granted.includes('+') || granted.includes('CUSTOMER');
      expect((await refused(seated, operation, ids)) === 'FORBIDDEN').toBe(!bySeat);
    },
  );

  it('closes every operation of a community to strangers, outsiders and suspended members', async () => {
    const outsider = await house.founder.user(house.url);
    const suspended = await house.founder.member(house.url, ours, { role: 'ADMIN', suspended: true });
    for (const operation of inCommunities) {
      await expect([operation.name, await refused(house.stranger, operation, ids)]).toEqual([
        operation.name,
        'UNAUTHENTICATED',
      ]);
      await expect([operation.name, await refused(outsider, operation, ids)]).toEqual([operation.name, 'JUDGED']);
      await expect([operation.name, await refused(suspended, operation, ids)]).toEqual([
        operation.name,
        'MEMBER_SUSPENDED',
      ]);
    }
  });

  it('shows a closed community to nobody outside, and answers as if it were not there', async () => {
    const closed = await house.founder.community({}, 'MEMBERS_ONLY');
    const absent = newId();
    const admin = people['ADMIN'] as TestUser;
    for (const operation of all.filter(({ access }) => access === 'reader' || (access && access in PERMISSIONS))) {
      for (const names of [idsIn(closed.key, closed.slug), idsIn(absent, 'nowhere')]) {
        await expect([operation.name, await refused(admin, operation, names)]).toEqual([operation.name, 'NOT_FOUND']);
      }
    }
  });

  it('asks everybody who is nobody to log in first', async () => {
    for (const operation of all.filter(({ access }) => access === 'user' || access === 'session')) {
      await expect([operation.name, await refused(house.stranger, operation, ids)]).toEqual([
        operation.name,
        'UNAUTHENTICATED',
      ]);
    }
  });
});

/** Ids of things that need not exist: the guard decides before anybody looks for them. */
function idsIn(communityKey: string, slug: string): Ids {
  const things = [
    'Topic',
    'Answer',
    'Comment',
    'Member',
    'Product',
    'Tag',
    'ModerationItem',
    'Session',
    'ApiKey',
    'Flag',
    'Article',
    'AskAttempt',
    'Recognition',
    'ReputationEntry',
    'ReputationAnomaly',
    'ReputationDispute',
    'TopicAsk',
    'Search',
  ] as const;
  return {
    slug,
    Community: GlobalId.encode('Community', communityKey, communityKey),
    ...Object.fromEntries(things.map((thing) => [thing, GlobalId.encode(thing, communityKey, randomUUID())])),
  };
}
