import { randomUUID } from 'node:crypto';
import { GlobalId } from '@app/kernel';
import type { TestCommunity } from '../support/founder';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const ASK = `mutation ($input: AskInput!) { ask(input: $input) { id tags { name topicCount } products { slug archivedAt } } }`;
const TAGS = `query ($slug: String!, $first: Int, $after: String, $order: TagOrder!, $prefix: String) { community(slug: $slug) {
  tags(first: $first, after: $after, order: $order, prefix: $prefix) {
    nodes { name topicCount synonymOf { name } synonyms { name } } pageInfo { hasNextPage endCursor } } } }`;
const TAG = `query ($slug: String!, $name: String!) { community(slug: $slug) { tag(name: $name) {
  id name description topicCount followerCount version synonymOf { name } synonyms { name } } } }`;
const UPDATE_TAG = `mutation ($input: UpdateTagInput!) { updateTag(input: $input) { name description version } }`;
const SYNONYM = `mutation ($input: MakeSynonymInput!) { makeSynonym(input: $input) { name topicCount followerCount synonymOf { name } } }`;
const NO_SYNONYM = `mutation ($input: RemoveSynonymInput!) { removeSynonym(input: $input) { name topicCount synonymOf { name } } }`;

interface FoundTag {
  id: string;
  name: string;
  topicCount: number;
  followerCount: number;
  version: number;
  synonymOf: { name: string } | null;
  synonyms: { name: string }[];
}

describe('tags', () => {
  let house: TestApp;
  let ours: TestCommunity;
  let curator: TestUser;
  let ann: TestUser;

  beforeAll(async () => {
    house = await TestApp.start();
    ours = await house.founder.community();
    curator = await house.founder.member(house.url, ours, { seat: true });
    ann = await house.founder.member(house.url, ours);
  });
  afterAll(() => house.stop());

  const key = (id: string): string => GlobalId.parse(id)?.id ?? '';
  const typesOf = async (id: string, community = ours): Promise<string[]> =>
    (
      await house.founder.sql<{ type: string }>(
        community.key,
        'SELECT type FROM domain_events WHERE community_id = $1 AND subject_id = $2 ORDER BY id',
        [community.key, key(id)],
      )
    ).map(({ type }) => type);

  describe('tags', () => {
    const ask = async (community: TestCommunity, user: TestUser, tags: string[]): Promise<string> =>
      (
        await user.ask<{ ask: { id: string } }>(ASK, {
          input: { communityId: community.id, idempotencyKey: randomUUID(), title: 'What?', body: 'Why?', tags },
        })
      ).ask.id;
    const tag = async (name: string, community = ours): Promise<FoundTag | null> =>
      (await house.stranger.ask<{ community: { tag: FoundTag | null } }>(TAG, { slug: community.slug, name })).community
        .tag;
    const idOf = async (name: string, community = ours): Promise<string> => (await tag(name, community))?.id ?? '';
    const follow = (community: TestCommunity, user: TestUser, tagId: string) =>
      house.founder.sql(
        community.key,
        `WITH f AS (INSERT INTO follows (community_id, id, member_id, tag_id, reason) VALUES ($1, $2, $3, $4, 'CHOSE'))
         UPDATE tags SET follower_count = follower_count + 1 WHERE community_id = $1 AND id = $4`,
        [community.key, randomUUID(), key(user.memberId), key(tagId)],
      );
    /** The counters of tags that differ from their rows. */
    const wrongCounts = (community: TestCommunity) =>
      house.founder.sql(
        community.key,
        `SELECT name FROM tags g WHERE community_id = $1 AND (
           topic_count <> (SELECT count(*) FROM topic_tags x WHERE x.community_id = $1 AND x.tag_id = g.id) OR
           follower_count <> (SELECT count(*) FROM follows x WHERE x.community_id = $1 AND x.tag_id = g.id))`,
        [community.key],
      );

    it('are listed by use and by name, and found by how they begin', async () => {
      const own = await house.founder.community();
      const user = await house.founder.member(house.url, own, { role: 'LEAD' });
      for (const tags of [
        ['wifi', 'wlan', 'zoom'],
        ['wifi', 'über'],
        ['wifi', 'zoom', 'win'],
      ])
        await ask(own, user, tags);
      await user.ask(SYNONYM, { input: { tagId: await idOf('wlan', own), ofTagId: await idOf('wifi', own) } });
      const list = async (variables: object) =>
        (
          await house.stranger.ask<{
            community: { tags: { nodes: FoundTag[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
          }>(TAGS, { slug: own.slug, ...variables })
        ).community.tags;
      const used = await list({ order: 'MOST_USED', first: 2 });
      expect(used.nodes).toEqual([
        { name: 'wifi', topicCount: 3, synonymOf: null, synonyms: [{ name: 'wlan' }] },
        { name: 'zoom', topicCount: 2, synonymOf: null, synonyms: [] },
      ]);
      const rest = await list({ order: 'MOST_USED', first: 2, after: used.pageInfo.endCursor });
      expect(rest.nodes.map(({ name }) => name).toSorted()).toEqual(['win', 'über']);
      const named = await list({ order: 'NAME', first: 9 });
      expect(named.nodes.map(({ name }) => name)).toEqual(['wifi', 'win', 'zoom', 'über']);
      const begun = await list({ order: 'NAME', first: 9, prefix: 'W' });
      expect(begun.nodes.map(({ name, synonymOf }) => [name, synonymOf?.name])).toEqual([
        ['wifi', undefined],
        ['win', undefined],
        ['wlan', 'wifi'],
      ]);
      await expect(list({ order: 'MOST_USED', first: 9, prefix: 'über' })).resolves.toMatchObject({
        nodes: [{ name: 'über' }],
      });
      await expect(list({ order: 'NAME', first: 9, prefix: '%' })).resolves.toMatchObject({ nodes: [] });
      const send = (variables: object) => house.stranger.codeOf(TAGS, { slug: own.slug, ...variables });
      expect(await send({ order: 'NAME', first: 1, after: used.pageInfo.endCursor })).toBe('INVALID_INPUT');
      expect(await send({ order: 'NAME', first: 1, prefix: '' })).toBe('INVALID_INPUT');
      for (const name of ['', 'a\u0000b', 'x'.repeat(200)]) await expect(tag(name, own)).resolves.toBeNull();
    });

    it('are renamed and described by version', async () => {
      await ask(ours, ann, ['colour', 'taken']);
      const change = { tagId: await idOf('colour'), version: 1, name: 'Color', description: 'Of the light.' };
      await expect(curator.ask(UPDATE_TAG, { input: change })).resolves.toEqual({
        updateTag: { name: 'color', description: 'Of the light.', version: 2 },
      });
      expect(await curator.codeOf(UPDATE_TAG, { input: change })).toBe('CONFLICT');
      expect(await curator.codeOf(UPDATE_TAG, { input: { ...change, version: 2, name: 'TAKEN' } })).toBe('NAME_TAKEN');
      expect(await curator.codeOf(UPDATE_TAG, { input: { ...change, version: 2, name: 'x'.repeat(51) } })).toBe(
        'INVALID_INPUT',
      );
      expect(await ann.codeOf(UPDATE_TAG, { input: { ...change, version: 2 } })).toBe('FORBIDDEN');
      await expect(typesOf(change.tagId)).resolves.toEqual(['tag.updated']);
    });

    it('become synonyms with all that hangs on them, each once', async () => {
      const own = await house.founder.community();
      const lead = await house.founder.member(house.url, own, { role: 'LEAD' });
      const fans = [await house.founder.member(house.url, own), await house.founder.member(house.url, own)] as const;
      await ask(own, lead, ['telly', 'tv']);
      await ask(own, lead, ['telly']);
      await ask(own, lead, ['tv']);
      await ask(own, lead, ['tube', 'goggle-box']);
      const [telly, tv, tube, box] = await Promise.all(['telly', 'tv', 'tube', 'goggle-box'].map((n) => idOf(n, own)));
      for (const [fan, id] of [
        [0, telly],
        [0, tv],
        [1, telly],
      ] as const)
        await follow(own, fans[fan], id ?? '');
      const make = (tagId = '', ofTagId = '') => lead.ask(SYNONYM, { input: { tagId, ofTagId } });
      await make(box, tube);
      await expect(make(telly, tv)).resolves.toEqual({
        makeSynonym: { name: 'telly', topicCount: 0, followerCount: 0, synonymOf: { name: 'tv' } },
      });
      await expect(tag('TELLY', own)).resolves.toMatchObject({ name: 'tv', topicCount: 3, followerCount: 2 });
      // A synonym of a synonym stands for the tag at the root, and takes its own synonyms along.
      await make(tube, telly);
      await expect(tag('goggle-box', own)).resolves.toMatchObject({
        name: 'tv',
        topicCount: 4,
        synonyms: [{ name: 'goggle-box' }, { name: 'telly' }, { name: 'tube' }],
      });
      await ask(own, lead, ['goggle-box', 'telly', 'tv']);
      await expect(tag('tv', own)).resolves.toMatchObject({ topicCount: 5 });
      for (const pair of [
        [tv, tv],
        [tv, tube],
        [tv, box],
      ]) {
        expect(await lead.codeOf(SYNONYM, { input: { tagId: pair[0], ofTagId: pair[1] } })).toBe('MERGE_IMPOSSIBLE');
      }
      await make(telly, tv);
      await expect(typesOf(telly ?? '', own)).resolves.toEqual(['tag.synonym_made']);
      await expect(lead.ask(NO_SYNONYM, { input: { tagId: telly } })).resolves.toEqual({
        removeSynonym: { name: 'telly', topicCount: 0, synonymOf: null },
      });
      await lead.ask(NO_SYNONYM, { input: { tagId: telly } });
      await ask(own, lead, ['telly']);
      await expect(tag('telly', own)).resolves.toMatchObject({ name: 'telly', topicCount: 1 });
      await expect(tag('tv', own)).resolves.toMatchObject({ topicCount: 5 });
      await expect(wrongCounts(own)).resolves.toEqual([]);
    });

    it('count right while people ask and moderators merge at once', async () => {
      const own = await house.founder.community();
      const lead = await house.founder.member(house.url, own, { role: 'LEAD' });
      await ask(own, lead, ['a1', 'a2', 'a3']);
      const ids = await Promise.all(['a1', 'a2', 'a3'].map((name) => idOf(name, own)));
      const asks = Array.from({ length: 30 }, (_, i) => ask(own, lead, [`a${(i % 3) + 1}`, `a${((i + 1) % 3) + 1}`]));
      const merges = Array.from({ length: 20 }, (_, i) =>
        lead.codeOf(SYNONYM, { input: { tagId: ids[i % 3], ofTagId: ids[(i + 1 + (i % 2)) % 3] } }),
      );
      const codes = await Promise.all(merges);
      await Promise.all(asks);
      expect(codes.filter((code) => !['OK', 'MERGE_IMPOSSIBLE'].includes(code))).toEqual([]);
      await expect(wrongCounts(own)).resolves.toEqual([]);
      const chains = await house.founder.sql(
        own.key,
        `SELECT g.name FROM tags g JOIN tags s ON s.community_id = g.community_id AND s.id = g.synonym_of_id
         WHERE g.community_id = $1 AND s.synonym_of_id IS NOT NULL`,
        [own.key],
      );
      expect(chains).toEqual([]);
    });

    it('are merged by those who curate, in one community', async () => {
      await ask(ours, ann, ['one', 'two']);
      const input = { tagId: await idOf('one'), ofTagId: await idOf('two') };
      expect(await ann.codeOf(SYNONYM, { input })).toBe('FORBIDDEN');
      expect(
        await curator.codeOf(SYNONYM, { input: { ...input, ofTagId: GlobalId.encode('Tag', ours.key, randomUUID()) } }),
      ).toBe('NOT_FOUND');
      const theirs = await house.founder.community();
      await ask(theirs, await house.founder.member(house.url, theirs), ['far']);
      expect(await curator.codeOf(SYNONYM, { input: { ...input, ofTagId: await idOf('far', theirs) } })).toBe(
        'NOT_FOUND',
      );
      expect(await ann.codeOf(NO_SYNONYM, { input: { tagId: input.tagId } })).toBe('FORBIDDEN');
    });
  });
});
