import { newId } from '@app/kernel';
import { BIG, GARBLED } from '../support/bad-input/bad-row';
import { foundWorld, refusal, type World } from '../support/bad-input/world';
import { TestApp } from '../support/test-app';

describe('bad input of lists', () => {
  let house: TestApp;
  let world: World;

  beforeAll(async () => {
    house = await TestApp.start();
    world = await foundWorld(house);
  });
  afterAll(() => house.stop());

  const LISTS = ['topics', 'members', 'tags'];
  const list = (name: string, args: string): string =>
    `query ($slug: String!) { community(slug: $slug) { ${name}(${args}) { nodes { id } pageInfo { endCursor } } } }`;
  const codeOf = async (query: string, variables: object = {}) =>
    (await refusal(house, world, world.users.ann, query, { slug: world.slug, ...variables })).code;

  it.each(LISTS)('refuses pages of %s that are none', async (name) => {
    for (const args of ['first: 1, last: 1', 'first: 1, before: "a"'])
      await expect([args, await codeOf(list(name, args))]).toEqual([args, 'INVALID_INPUT']);
    for (const args of ['first: 0', 'first: -1', 'last: 0', 'first: 101', 'last: 101'])
      await expect([args, await codeOf(list(name, args))]).toEqual([args, 'BAD_USER_INPUT']);
    for (const args of [`first: ${BIG}`, 'first: 1.5', 'first: "1"'])
      await expect([args, await codeOf(list(name, args))]).toEqual([args, 'GRAPHQL_VALIDATION_FAILED']);
  });

  it.each(LISTS)('refuses cursors of %s that come from elsewhere', async (name) => {
    const cursorOf = async (other: string): Promise<string> => {
      const { community: at } = await world.users.ann.ask<{
        community: Record<string, { pageInfo: { endCursor: string } }>;
      }>(list(other, 'first: 1'), { slug: world.slug });
      return at[other]?.pageInfo.endCursor ?? '';
    };
    const own = JSON.parse(Buffer.from(await cursorOf(name), 'base64url').toString()) as unknown[];
    const forge = (parts: unknown): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
    const forgeries = [
      ...(await Promise.all(LISTS.filter((other) => other !== name).map(cursorOf))),
      '',
      '!',
      'x'.repeat(2_000),
      forge({}),
      forge(own.slice(0, -1)),
      forge([...own, 1]),
      forge(own.map((part, i) => (i ? null : part))),
      forge(own.map((part, i) => (i && typeof part === 'string' ? 'nonsense' : part))),
      forge(own.map((part, i) => (i && typeof part === 'string' ? 'a\0b' : part))),
      forge(own.map((part, i) => (i && typeof part === 'string' ? '' : part))),
      forge(own.map((part, i) => (i && typeof part === 'number' ? 1.5 : i === own.length - 1 ? "' OR 1=1" : part))),
      Buffer.from(`["${String(own[0])}",1e999,"${newId()}"]`).toString('base64url'),
    ];
    for (const after of forgeries)
      await expect([after, await codeOf(list(name, `after: ${JSON.stringify(after)}`))]).toEqual([
        after,
        'INVALID_INPUT',
      ]);
  });

  it('refuses filters that name what is not here, and dates that are none', async () => {
    const filtered = (filter: object) =>
      codeOf(
        'query ($slug: String!, $filter: TopicFilterInput) { community(slug: $slug) { topics(filter: $filter) { nodes { id } } } }',
        { filter },
      );
    for (const createdSince of ['yesterday', '2026-02-30T00:00:00Z', '', 20_261_122, '2026-13-01T00:00:00Z'])
      await expect([createdSince, await filtered({ createdSince })]).toEqual([createdSince, 'INVALID_INPUT']);
    expect(await filtered({ activeSince: '99999-01-01T00:00:00Z' })).toBe('INVALID_INPUT');
    expect(await filtered({ kinds: ['RANT'] })).toBe('BAD_USER_INPUT');
    expect(await filtered({ authorId: world.id['foreignMember'] })).toBe('OK');
    expect(await filtered({ productIds: [world.id['foreignProduct']] })).toBe('OK');
    expect(await filtered({ authorId: world.id['product'] })).toBe('NOT_FOUND');
    expect(await filtered({ authorId: 'no id' })).toBe('INVALID_INPUT');
  });

  it.each(GARBLED)('finds nothing under names with %s', async (_, text) => {
    const at = (field: string) =>
      `query ($slug: String!, $text: String!) { community(slug: $slug) { ${field} { __typename } } }`;
    for (const field of ['topic(code: $text)', 'tag(name: $text)', 'member(handle: $text)', 'product(slug: $text)'])
      await expect([field, await codeOf(at(field), { text })]).toEqual([
        field,
        expect.stringMatching(/^(OK|INVALID_INPUT)$/),
      ]);
    expect(await codeOf(at('tags(prefix: $text)'), { text })).toMatch(/^(OK|INVALID_INPUT)$/);
    expect(await codeOf(at('topics(filter: { tags: [$text] })'), { text })).toMatch(/^(OK|INVALID_INPUT)$/);
    expect(await codeOf('query ($slug: String!) { community(slug: $slug) { id } }', { slug: text })).toMatch(
      /^(NOT_FOUND|INVALID_INPUT)$/,
    );
    expect(await codeOf('query ($id: ID!) { node(id: $id) { id } }', { id: text })).toBe('INVALID_INPUT');
  });
});
