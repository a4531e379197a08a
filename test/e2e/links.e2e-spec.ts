import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { keyOf } from '../support/backstage';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const LINKS = `query ($id: ID!, $first: Int, $after: String) { topic(id: $id) {
  links(first: $first, after: $after) { nodes { kind linkedBy { handle } topic { id } } pageInfo { endCursor hasNextPage } }
  linkedFrom { nodes { kind linkedBy { handle } topic { id } } } } }`;

interface Link {
  readonly kind: string;
  readonly linkedBy: { readonly handle: string } | null;
  readonly topic: { readonly id: string };
}

interface Links {
  readonly topic: {
    readonly links: { readonly nodes: Link[]; readonly pageInfo: { endCursor: string; hasNextPage: boolean } };
    readonly linkedFrom: { readonly nodes: Link[] };
  };
}

describe('links between topics', () => {
  let house: TestApp;
  let community: TestCommunity;
  let ann: TestUser;
  let topics: readonly [string, string, string];

  const link = async (from: string, to: string, kind: string, by: string | null, at: string): Promise<void> => {
    await house.founder.sql(
      community.key,
      `INSERT INTO topic_links (community_id, topic_id, linked_id, kind, linked_by_id, created_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [community.key, keyOf(from), keyOf(to), kind, by && keyOf(by), at],
    );
  };
  const ofTopic = async (
    user: TestUser,
    id: string,
    first = 20,
    after: string | null = null,
  ): Promise<Links['topic']> => (await user.ask<Links>(LINKS, { id, first, after })).topic;
  const shown = (links: { readonly nodes: readonly Link[] }): string[] =>
    links.nodes.map(({ kind, linkedBy, topic }) => `${kind} ${linkedBy ? 'by somebody' : 'by nobody'} ${topic.id}`);

  beforeAll(async () => {
    house = await TestApp.start();
    community = await house.founder.community();
    ann = await house.founder.member(house.url, community);
    const say = new Conversation(community);
    const [one, two, three] = [await say.ask(ann), await say.ask(ann), await say.ask(ann)];
    topics = [one, two, three];
    await link(one, two, 'DUPLICATE', ann.memberId, '2024-01-01');
    await link(one, three, 'RELATED', null, '2024-01-02');
  });
  afterAll(() => house.stop());

  it('are shown at both ends, newest first and page by page', async () => {
    const [one, two, three] = topics;
    const ofOne = await ofTopic(ann, one);
    expect(shown(ofOne.links)).toEqual([`RELATED by nobody ${three}`, `DUPLICATE by somebody ${two}`]);
    expect(shown(ofOne.linkedFrom)).toEqual([]);
    expect(shown((await ofTopic(ann, two)).linkedFrom)).toEqual([`DUPLICATE by somebody ${one}`]);
    const { links } = await ofTopic(ann, one, 1);
    expect(links.pageInfo.hasNextPage).toBe(true);
    const rest = await ofTopic(ann, one, 1, links.pageInfo.endCursor);
    expect(shown(rest.links)).toEqual([`DUPLICATE by somebody ${two}`]);
  });

  it('keep what a reader may not know of', async () => {
    const [one, two] = topics;
    const ben = await house.founder.member(house.url, community);
    await house.founder.sql(community.key, `UPDATE topics SET visibility = 'PRIVATE' WHERE id = $1`, [keyOf(two)]);
    expect((await ofTopic(ben, one)).links.nodes).toHaveLength(1);
    expect((await ofTopic(ann, one)).links.nodes).toHaveLength(2);
    await house.founder.sql(community.key, `UPDATE topics SET state = 'REMOVED' WHERE id = $1`, [keyOf(one)]);
    expect(await ofTopic(ben, one)).toMatchObject({ links: { nodes: [] }, linkedFrom: { nodes: [] } });
  });
});
