import { ERROR_CODES, GlobalId } from '@app/kernel';
import { Backstage } from '../backstage';
import { communityRows } from '../community-rows';
import { Conversation } from '../conversation';
import type { TestCommunity } from '../founder';
import type { TestApp } from '../test-app';
import type { TestUser } from '../test-user';

const INSIDE =
  /\n\s+at |\.[jt]s:\d|\/(work|home|usr|app|node_modules)|SELECT |INSERT |UPDATE |pg_|::|syntax for|violates|\$\d/;
/** It may begin with the name of a field. */
const SENTENCE = /^["A-Za-z][^\n]{5,280}\.$/;

/** Everything that bad input may name. */
export interface World {
  readonly users: Readonly<Record<'ann' | 'ben' | 'rep' | 'admin', TestUser>>;
  /** Global ids. */
  readonly id: Readonly<Record<string, string>>;
  readonly slug: string;
  readonly community: TestCommunity;
}

/** The first error of a call that must be refused: a code of the list, one sentence, nothing from inside, nothing done. */
export async function refusal(
  house: TestApp,
  { community }: World,
  ...[user, query, variables]: [TestUser, string, object]
) {
  const before = await communityRows(house.founder, community);
  const answered = await user.send(query, variables);
  const { code, ...details } = answered.errors?.[0]?.extensions ?? { code: 'OK' };
  expect(await communityRows(house.founder, community)).toEqual(before);
  expect([...ERROR_CODES, 'OK']).toContain(code);
  for (const { message } of answered.errors ?? []) {
    // The sentences of GraphQL itself, which production replaces, have no full stop.
    expect(message).toMatch(code === 'BAD_USER_INPUT' || code.startsWith('GRAPHQL') ? /^[A-Z"].{5,400}$/ : SENTENCE);
  }
  expect(JSON.stringify(answered)).not.toMatch(INSIDE);
  return { code, details };
}

/** The input type of each mutation. */
export async function inputTypesOf(house: TestApp): Promise<Record<string, string>> {
  const { __schema } = await house.stranger.ask<{
    __schema: { mutationType: { fields: { name: string; args: { type: { ofType: { name: string } } }[] }[] } };
  }>('{ __schema { mutationType { fields { name args { type { ofType { name } } } } } } }');
  return Object.fromEntries(
    __schema.mutationType.fields.map(({ name, args }) => [name, args[0]?.type.ofType.name ?? '']),
  );
}

/** A community with something of everything, and another one beside it. */
export async function foundWorld(house: TestApp): Promise<World> {
  const community = await house.founder.community();
  const other = await house.founder.community();
  const member = (role: 'CUSTOMER' | 'REPRESENTATIVE' | 'ADMIN', at = community): Promise<TestUser> =>
    house.founder.member(house.url, at, { role });
  const users = {
    ann: await member('CUSTOMER'),
    ben: await member('CUSTOMER'),
    rep: await member('REPRESENTATIVE'),
    admin: await member('ADMIN'),
  };
  const foreigner = await member('CUSTOMER', other);
  const [say, sayThere] = [new Conversation(community), new Conversation(other)];
  const topic = await say.ask(users.ann, { idempotencyKey: 'the-key-of-the-first-topic', tags: ['light'] });
  const answer = await say.answer(users.ben, topic);
  const [target, duplicate, closed] = [await say.ask(users.ann), await say.ask(users.ben), await say.ask(users.ann)];
  const foreignTopic = await sayThere.ask(foreigner, { tags: ['light'] });
  await users.rep.ask('mutation ($input: MergeTopicInput!) { mergeTopic(input: $input) { id } }', {
    input: { topicId: duplicate, intoId: target },
  });
  await users.rep.ask('mutation ($input: MarkOfficialInput!) { markOfficial(input: $input) { topic { id } } }', {
    input: { answerId: answer },
  });
  const write = (body: string, state: 'DRAFT' | 'PUBLISHED') => ({
    input: {
      communityId: community.id,
      idempotencyKey: `the-key-of-${state}`,
      title: 'Light',
      slug: body,
      body,
      state,
    },
  });
  const articleOf = async (body: string, state: 'DRAFT' | 'PUBLISHED'): Promise<string> =>
    (
      await users.rep.ask<{ createArticle: { id: string } }>(
        'mutation ($input: CreateArticleInput!) { createArticle(input: $input) { id } }',
        write(body, state),
      )
    ).createArticle.id;
  await new Backstage(house, community).setTopic(closed, 'closed_at = now()');
  const tagOf = async ({ key: at }: TestCommunity): Promise<string> =>
    GlobalId.encode('Tag', at, (await house.founder.sql<{ id: string }>(at, 'SELECT id FROM tags'))[0]?.id ?? '');
  const id = {
    community: community.id,
    topic,
    answer,
    second: await say.answer(users.ben, topic, 'Or this.'),
    comment: await say.comment(users.ann, { topicId: topic }),
    praise: await say.ask(users.ann, { kind: 'PRAISE' }),
    target,
    duplicate,
    closed,
    ben: users.ben.memberId,
    admin: users.admin.memberId,
    tag: await tagOf(community),
    product: await house.founder.product(community),
    article: await articleOf('light', 'PUBLISHED'),
    draft: await articleOf('dark', 'DRAFT'),
    foreignTopic,
    foreignAnswer: await sayThere.answer(foreigner, foreignTopic),
    foreignMember: foreigner.memberId,
    foreignTag: await tagOf(other),
    foreignProduct: await house.founder.product(other),
  };
  return { users, id, slug: community.slug, community };
}
