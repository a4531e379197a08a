import { GlobalId, newId } from '@app/kernel';
import { Backstage, keyOf } from '../support/backstage';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { statementsOf } from '../support/statements';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';
import { untilServed } from '../support/until-served';

const FOLLOWABLE = '__typename id followerCount viewerFollows';
const FOLLOW = `mutation ($input: FollowInput!) { follow(input: $input) { ${FOLLOWABLE} } }`;
const UNFOLLOW = `mutation ($input: FollowInput!) { unfollow(input: $input) { ${FOLLOWABLE} } }`;
const FOLLOWS = `query ($slug: String!, $first: Int, $after: String, $last: Int, $before: String) {
  community(slug: $slug) { topics(first: 1, filter: { authorId: AUTHOR }) { nodes { author {
    follows(first: $first, after: $after, last: $last, before: $before) {
      nodes { reason followedAt thing { type: __typename id followerCount viewerFollows } }
      pageInfo { hasNextPage endCursor startCursor } } } } } } }`;

interface FollowsPage {
  readonly nodes: { reason: string; thing: { type: string; id: string; viewerFollows: boolean } }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string; startCursor: string };
}

describe('follows', () => {
  let house: TestApp;
  let community: TestCommunity;
  let talk: Conversation;
  let back: Backstage;
  let ann: TestUser;
  let ben: TestUser;
  let ids: Record<'Topic' | 'Tag' | 'Product' | 'Member', string>;

  const make = async (thing: 'Tag' | 'Product', columns: string, values: string): Promise<string> => {
    const key = newId();
    const table = thing === 'Tag' ? 'tags' : 'products';
    await back.rows(
      `INSERT INTO ${table} (community_id, id, ${columns}) VALUES ('${community.key}', '${key}', ${values})`,
    );
    return GlobalId.encode(thing, community.key, key);
  };

  beforeAll(async () => {
    house = await TestApp.start();
    community = await house.founder.community();
    talk = new Conversation(community);
    back = new Backstage(house, community);
    [ann, ben] = await Promise.all([
      house.founder.member(house.url, community),
      house.founder.member(house.url, community),
    ]);
    ids = {
      Topic: await talk.ask(ann),
      Tag: await make('Tag', 'name', `'light'`),
      Product: await make('Product', 'slug, name', `'lamp', 'Lamp'`),
      Member: ann.memberId,
    };
  });
  afterAll(() => house.stop());

  const follow = async (user: TestUser, id: string) =>
    (await user.ask<{ follow: { followerCount: number; viewerFollows: boolean } }>(FOLLOW, { input: { id } })).follow;
  const unfollow = async (user: TestUser, id: string) =>
    (await user.ask<{ unfollow: object | null }>(UNFOLLOW, { input: { id } })).unfollow;
  const followsOf = async (viewer: TestUser, author: TestUser, page: object = {}): Promise<FollowsPage | null> => {
    const { community: found } = await viewer.ask<{
      community: { topics: { nodes: { author: { follows: FollowsPage | null } }[] } };
    }>(FOLLOWS.replace('AUTHOR', JSON.stringify(author.memberId)), { slug: community.slug, ...page });
    return found.topics.nodes[0]?.author.follows ?? null;
  };

  it.each(['Topic', 'Tag', 'Product', 'Member'] as const)('are of a %s: begun and ended once each', async (thing) => {
    const id = ids[thing];
    const before = thing === 'Topic' ? 1 : 0;
    const typename = thing === 'Topic' ? 'Question' : thing;
    const followed = { __typename: typename, id, followerCount: before + 1, viewerFollows: true };
    expect(await follow(ben, id)).toEqual(followed);
    expect(await follow(ben, id)).toEqual(followed);
    const unfollowed = { ...followed, followerCount: before, viewerFollows: false };
    expect(await unfollow(ben, id)).toEqual(unfollowed);
    expect(await unfollow(ben, id)).toEqual(unfollowed);
    const name = thing.toLowerCase();
    expect((await back.eventsOf(id)).slice(-2)).toEqual([`${name}.followed`, `${name}.unfollowed`]);
  });

  it('are counted exactly when fifty follow at once', async () => {
    const crowd = await Promise.all(Array.from({ length: 50 }, () => house.founder.member(house.url, community)));
    const columns = { Topic: 'topics', Tag: 'tags', Product: 'products', Member: 'members' };
    for (const thing of ['Topic', 'Tag', 'Product', 'Member'] as const) {
      const input = { id: ids[thing] };
      await Promise.all(crowd.map((member) => untilServed(member, FOLLOW, { input })));
      await Promise.all(crowd.map(() => untilServed(ben, FOLLOW, { input })));
      await Promise.all(crowd.slice(30).map((member) => untilServed(member, UNFOLLOW, { input })));
      const counts = await back.rows(
        `SELECT follower_count AS kept, (SELECT count(*)::int FROM follows
           WHERE coalesce(topic_id, tag_id, product_id, person_id) = t.id) AS rows FROM ${columns[thing]} t WHERE id = $1`,
        ids[thing],
      );
      const expected = thing === 'Topic' ? 32 : 31;
      expect(counts).toEqual([{ kept: expected, rows: expected }]);
      await unfollow(ben, ids[thing]);
    }
  });

  it('of a synonym are of the tag that it stands for', async () => {
    const synonym = await make('Tag', 'name, synonym_of_id', `'lamp', '${keyOf(ids.Tag)}'`);
    expect(await follow(ben, synonym)).toMatchObject({ id: ids.Tag, viewerFollows: true });
    expect(await unfollow(ben, synonym)).toMatchObject({ id: ids.Tag, viewerFollows: false });
  });

  it('become a choice where they came with a me too, and stay when that is taken back', async () => {
    const topicId = await talk.ask(ann);
    await ben.ask(`mutation ($input: MeTooInput!) { meToo(input: $input) { id } }`, { input: { topicId } });
    expect(await follow(ben, topicId)).toMatchObject({ followerCount: 2 });
    await ben.ask(`mutation ($input: MeTooInput!) { takeBackMeToo(input: $input) { id } }`, { input: { topicId } });
    const reasons = await back.rows(`SELECT reason FROM follows WHERE topic_id = $1 ORDER BY id`, topicId);
    expect(reasons).toEqual([{ reason: 'ASKED' }, { reason: 'CHOSE' }]);
  });

  it('can be ended where the thing is out of sight', async () => {
    const topicId = await talk.ask(ann);
    await follow(ben, topicId);
    await back.setTopic(topicId, `visibility = 'PRIVATE'`);
    expect(await unfollow(ben, topicId)).toBeNull();
    expect(await ben.codeOf(UNFOLLOW, { input: { id: topicId } })).toBe('NOT_FOUND');
    expect(await back.rows(`SELECT follower_count FROM topics WHERE id = $1`, topicId)).toEqual([
      { follower_count: 1 },
    ]);
  });

  it('are listed for oneself only, newest first, each with its reason', async () => {
    const [cleo, member] = [
      await house.founder.member(house.url, community),
      await house.founder.member(house.url, community),
    ];
    const asked = await talk.ask(cleo);
    const unseen = await talk.ask(ann);
    for (const id of [unseen, ids.Topic, ids.Tag, ids.Product, member.memberId]) await follow(cleo, id);
    await back.setTopic(unseen, `visibility = 'PRIVATE'`);
    const all = await followsOf(cleo, cleo);
    expect(all?.nodes.map(({ reason, thing }) => [reason, thing.type, thing.id])).toEqual([
      ['CHOSE', 'Member', member.memberId],
      ['CHOSE', 'Product', ids.Product],
      ['CHOSE', 'Tag', ids.Tag],
      ['CHOSE', 'Question', ids.Topic],
      ['ASKED', 'Question', asked],
    ]);
    expect(all?.nodes.every(({ thing }) => thing.viewerFollows)).toBe(true);
    const first = await followsOf(cleo, cleo, { first: 2 });
    const second = await followsOf(cleo, cleo, { first: 3, after: first?.pageInfo.endCursor });
    expect([...(first?.nodes ?? []), ...(second?.nodes ?? [])]).toEqual(all?.nodes);
    expect([first?.pageInfo.hasNextPage, second?.pageInfo.hasNextPage]).toEqual([true, false]);
    const backwards = await followsOf(cleo, cleo, { last: 2, before: second?.pageInfo.startCursor });
    expect(backwards?.nodes).toEqual(first?.nodes);
    for (const viewer of [ann, house.stranger]) expect(await followsOf(viewer, cleo)).toBeNull();
    const foreign = FOLLOWS.replace('AUTHOR', JSON.stringify(ann.memberId));
    const cursor = first?.pageInfo.endCursor;
    expect(await ann.codeOf(foreign, { slug: community.slug, after: cursor })).toBe('INVALID_INPUT');
    const { length: few } = await statementsOf(() => followsOf(cleo, cleo));
    for (let i = 0; i < 3; i++) await follow(cleo, await talk.ask(ann));
    expect(await statementsOf(() => followsOf(cleo, cleo))).toHaveLength(few);
  });

  it('are refused where they make no sense', async () => {
    for (const query of [FOLLOW, UNFOLLOW]) {
      for (const thing of ['Topic', 'Tag', 'Product', 'Member'] as const) {
        const absent = GlobalId.encode(thing, community.key, newId());
        expect(await ben.codeOf(query, { input: { id: absent } })).toBe('NOT_FOUND');
        expect(await house.stranger.codeOf(query, { input: { id: ids[thing] } })).toBe('UNAUTHENTICATED');
      }
      expect(await ben.codeOf(query, { input: { id: community.id } })).toBe('NOT_FOUND');
      expect(await ben.codeOf(query, { input: { id: 'lamp' } })).toBe('INVALID_INPUT');
    }
    expect(await ann.codeOf(FOLLOW, { input: { id: ann.memberId } })).toBe('INVALID_INPUT');
    const topicId = await talk.ask(ann);
    const begun = await back.codesByState(ben, topicId, FOLLOW, { id: topicId });
    expect(begun).toEqual(['OK', 'TOPIC_ARCHIVED', 'TOPIC_MERGED', 'TOPIC_REMOVED', 'NOT_FOUND']);
    await unfollow(ben, topicId);
    const ended = await back.codesByState(ben, topicId, UNFOLLOW, { id: topicId });
    expect(ended).toEqual(['OK', 'OK', 'OK', 'OK', 'NOT_FOUND']);
  });
});
