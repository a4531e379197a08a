import { GlobalId, newId, NO_COMMUNITY, ROLES, type Thing } from '@app/kernel';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { schemaText } from '../../apps/api/src/schema-text';
import { Backstage, keyOf } from '../support/backstage';
import { foundWorld, type World } from '../support/bad-input/world';
import { BROAD_QUERIES } from '../support/broad-queries';
import { communityRows } from '../support/community-rows';
import { documentFor, operations, type Ids } from '../support/operations';
import { SearchIndex } from '../support/search-index';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const THINGS = [
  ...(['Topic', 'Answer', 'Comment', 'Member', 'Tag', 'Product', 'ModerationItem', 'Flag', 'Article'] as const),
  ...(['AskAttempt', 'Recognition', 'ReputationEntry', 'ReputationAnomaly', 'ReputationDispute', 'TopicAsk'] as const),
] as const;
const CANARY = 'canary';
/** What is the same for everybody, or about whoever asks. */
const ABOUT_NOBODY = new Set(['reputationRules', 'viewer']);
/** What is about a community or a thing in it; the rest is about the user who asks. */
const ABOUT_COMMUNITIES = operations().filter(
  ({ kind, name, access }) =>
    !['user', 'session'].includes(access ?? '') && (access !== 'anyone' || kind === 'Query') && !ABOUT_NOBODY.has(name),
);

describe('another community', () => {
  let house: TestApp;
  let schema: GraphQLSchema;
  let ours: World;
  let theirs: World;
  let keys: Readonly<Record<string, string>>;

  beforeAll(async () => {
    house = await TestApp.start();
    schema = buildSchema(await schemaText());
    [ours, theirs] = [await foundWorld(house), await foundWorld(house)];
    const { users, id, community } = theirs;
    await users.ben.ask('mutation ($input: FlagInput!) { flag(input: $input) }', {
      input: { postId: id['topic'], reason: 'SPAM', note: 'So.' },
    });
    await users.ben.ask('mutation ($input: StartAskAttemptInput!) { startAskAttempt(input: $input) { id } }', {
      input: { communityId: community.id, idempotencyKey: 'the-first-attempt' },
    });
    await users.admin.ask('mutation ($input: RecogniseMemberInput!) { recogniseMember(input: $input) { id } }', {
      input: { memberId: id['ben'], idempotencyKey: 'the-first-thanks', kind: 'THANKS', note: 'So.' },
    });
    const first = async (table: string): Promise<string> =>
      (await house.founder.sql<{ id: string }>(community.key, `SELECT id FROM ${table} LIMIT 1`))[0]?.id ?? '';
    const entry = await first('reputation_entries');
    await users.ben.ask('mutation ($input: DisputeReputationInput!) { disputeReputation(input: $input) { id } }', {
      input: {
        entryId: GlobalId.encode('ReputationEntry', community.key, entry),
        idempotencyKey: 'the-first-dispute',
        reason: 'So.',
      },
    });
    await house.founder.sql(
      community.key,
      `INSERT INTO reputation_anomalies (community_id, id, kind, key, member_ids, entry_ids, because, found_at)
       VALUES ($1, $2, 'RING', 'RING', '{}', $3, $4, now())`,
      [community.key, newId(), [entry], CANARY],
    );
    const askId = newId();
    await house.founder.sql(
      community.key,
      `INSERT INTO topic_asks (community_id, id, topic_id, member_id, place, reasons, changed_at)
       VALUES ($1, $2, $3, $4, 'FIRST', '{}', now())`,
      [community.key, askId, keyOf(id['target'] ?? ''), keyOf(id['ben'] ?? '')],
    );
    keys = {
      Topic: keyOf(id['target'] ?? ''),
      Answer: keyOf(id['second'] ?? ''),
      Comment: keyOf(id['comment'] ?? ''),
      Member: keyOf(id['ben'] ?? ''),
      Tag: keyOf(id['tag'] ?? ''),
      Product: keyOf(id['product'] ?? ''),
      Article: keyOf(id['article'] ?? ''),
      ModerationItem: await first('moderation_items'),
      Flag: await first('flags'),
      AskAttempt: await first('ask_attempts'),
      Recognition: await first('recognitions'),
      ReputationEntry: entry,
      ReputationAnomaly: await first('reputation_anomalies'),
      ReputationDispute: await first('reputation_disputes'),
      TopicAsk: askId,
    };
    if (Object.values(keys).includes('')) throw new Error('There is not one of everything.');
  });
  afterAll(() => house.stop());

  /** Ids in a community: of these keys, or of nothing. */
  const idsIn = (communityKey: string, slug: string, of: Readonly<Record<string, string>> | null): Ids => ({
    slug,
    Community: GlobalId.encode('Community', communityKey, communityKey),
    Session: GlobalId.encode('Session', NO_COMMUNITY, newId()),
    ApiKey: GlobalId.encode('ApiKey', NO_COMMUNITY, newId()),
    Search: GlobalId.encode('Search', communityKey, newId()),
    ...Object.fromEntries(
      THINGS.map((thing: Thing) => [thing, GlobalId.encode(thing, communityKey, of?.[thing] ?? newId())]),
    ),
  });
  /** The bytes of an answer, in which ids are named by what they are ids of. */
  const bytesOf = async (user: TestUser, operation: (typeof ABOUT_COMMUNITIES)[number], ids: Ids): Promise<string> => {
    const { query, variables } = documentFor(schema, operation, ids);
    const text = JSON.stringify(await user.send(query, variables), (name, value: unknown) =>
      name === 'requestId' ? undefined : value,
    );
    return Object.entries(ids).reduce((bytes, [thing, id]) => bytes.replaceAll(id, thing), text);
  };
  const named = ABOUT_COMMUNITIES.map((operation) => [operation.name, operation] as const);

  it.each(named)('%s tells nothing of it to those who are not in it, closed or open', async (_, operation) => {
    for (const visibility of ['PUBLIC', 'MEMBERS_ONLY']) {
      // Everybody reads what is public, and may begin to ask there.
      if (visibility === 'PUBLIC' && (operation.kind === 'Query' || operation.name === 'startAskAttempt')) continue;
      const { community, slug } = theirs;
      await house.founder.sql(
        community.key,
        `UPDATE communities SET visibility = '${visibility}' WHERE id = '${community.key}'`,
      );
      const before = await communityRows(house.founder, community);
      for (const user of [house.stranger, ours.users.ann, ours.users.admin]) {
        const there = await bytesOf(user, operation, idsIn(community.key, slug, keys));
        const absent = await bytesOf(user, operation, idsIn(community.key, slug, null));
        expect(there).toBe(absent);
        expect(there).toMatch(/"(code":"(NOT_FOUND|FORBIDDEN|UNAUTHENTICATED)"|data":\{"\w+":(null|\[null\])\})/);
      }
      expect(await communityRows(house.founder, community)).toEqual(before);
    }
  });

  it.each(named)('%s finds none of its things under an id of our own', async (_, operation) => {
    const { community, slug, users } = ours;
    const asked = JSON.stringify(documentFor(schema, operation, idsIn(community.key, slug, keys)));
    // What names nothing but the community may well be done there.
    if (!THINGS.some((thing) => asked.includes(GlobalId.encode(thing, community.key, keys[thing] ?? '')))) return;
    const before = await communityRows(house.founder, theirs.community);
    const there = await bytesOf(users.admin, operation, idsIn(community.key, slug, keys));
    const absent = await bytesOf(users.admin, operation, idsIn(community.key, slug, null));
    expect(there).toBe(absent);
    expect(await communityRows(house.founder, theirs.community)).toEqual(before);
  });

  it('leaves no word in any answer', async () => {
    const { key } = theirs.community;
    await house.founder.sql(key, `UPDATE communities SET visibility = 'MEMBERS_ONLY' WHERE id = '${key}'`);
    const backstage = new Backstage(house, theirs.community);
    const columns = await backstage.rows<{ place: string; column_name: string }>(
      `SELECT table_name::text AS place, column_name::text FROM information_schema.columns c
       WHERE table_schema = 'public' AND data_type = 'text' AND is_generated = 'NEVER' AND EXISTS (
         SELECT FROM information_schema.columns o WHERE o.table_name = c.table_name AND o.column_name = 'community_id')`,
    );
    let spoken = 0;
    for (const { place, column_name: column } of columns) {
      // What a constraint keeps from holding a word is no text.
      const change = `UPDATE ${place} SET ${column} = left('${CANARY}' || ${column}, 30) WHERE ${column} IS NOT NULL`;
      spoken += await backstage.rows(change).then(
        () => 1,
        () => 0,
      );
    }
    expect(spoken).toBeGreaterThan(15);
    for (const { community } of [ours, theirs]) await new SearchIndex(house, community).settle();
    const ids = Object.values(idsIn(key, theirs.slug, keys)).filter((id) => id !== theirs.slug);
    const people = ROLES.map((role) => house.founder.member(house.url, ours.community, { role }));
    for (const user of [house.stranger, ...(await Promise.all(people))]) {
      for (const query of BROAD_QUERIES) {
        for (const slug of [ours.slug, theirs.slug]) {
          const bytes = JSON.stringify(await user.send(query, { slug, ids, id: ours.community.id }));
          expect(bytes).not.toContain(CANARY);
          expect(bytes).not.toContain('QUERY_TOO_COMPLEX');
        }
      }
    }
    const own = await Promise.all(
      BROAD_QUERIES.map((query) => theirs.users.admin.send(query, { slug: theirs.slug, ids, id: theirs.community.id })),
    );
    for (const answered of own) expect(JSON.stringify(answered)).toContain(CANARY);
  });
});
