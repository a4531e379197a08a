import { Backstage } from '../support/backstage';
import { GARBLED } from '../support/bad-input/bad-row';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { mutation } from '../support/mutation';
import { SearchIndex } from '../support/search-index';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const FIELDS = { tag: 'name', product: 'name', member: 'handle displayName' } as const;
type Kind = keyof typeof FIELDS;
const query = (kind: Kind): string =>
  `query ($slug: String!, $text: String!, $first: Int! = 10) { community(slug: $slug) {
    ${kind}Completions(text: $text, first: $first) { id ${FIELDS[kind]} } } }`;

describe('completions', () => {
  let house: TestApp;
  let ours: TestCommunity;
  let backstage: Backstage;
  let rep: TestUser;
  let admin: TestUser;

  beforeAll(async () => {
    house = await TestApp.start();
    ours = await house.founder.community();
    backstage = new Backstage(house, ours);
    rep = await house.founder.member(house.url, ours, { role: 'REPRESENTATIVE' });
    admin = await house.founder.member(house.url, ours, { role: 'ADMIN' });
  });
  afterAll(() => house.stop());

  const complete = async (kind: Kind, text: string, more: object = {}, user = house.stranger): Promise<string[]> => {
    const { community } = await user.ask<{ community: Record<string, Record<string, string>[]> }>(query(kind), {
      slug: ours.slug,
      text,
      ...more,
    });
    return (community[`${kind}Completions`] ?? []).map(({ name, handle }) => name ?? handle ?? '');
  };
  const settle = (): Promise<void> => new SearchIndex(house, ours).settle();

  it('of tags lead from synonyms to what they stand for, and not to what has become one', async () => {
    const say = new Conversation(ours);
    await say.ask(rep, { tags: ['calendar', 'calendars', 'lightning'] });
    await say.ask(rep, { tags: ['calendar'] });
    const tag = async (name: string): Promise<string> =>
      (
        await rep.ask<{ community: { tag: { id: string } } }>(
          'query ($slug: String!, $name: String!) { community(slug: $slug) { tag(name: $name) { id } } }',
          { slug: ours.slug, name },
        )
      ).community.tag.id;
    await settle();
    await expect(complete('tag', 'CAL')).resolves.toEqual(['calendar', 'calendars']);
    const input = { tagId: await tag('lightning'), ofTagId: await tag('calendar') };
    await rep.ask(mutation('makeSynonym'), { input });
    await expect(complete('tag', 'light')).resolves.not.toContain('lightning');
    await settle();
    await expect(complete('tag', 'light')).resolves.toEqual(['calendar']);
    await expect(complete('tag', 'cal', { first: 1 })).resolves.toEqual(['calendar']);
    await expect(complete('tag', 'zebra')).resolves.toEqual([]);
  });

  it('of products leave out what is no longer offered', async () => {
    const ids = await Promise.all([house.founder.product(ours), house.founder.product(ours)]);
    await backstage.rows(`UPDATE products SET name = 'Fridge ' || right(slug, 2)`);
    await settle();
    const both = await complete('product', 'frid');
    expect(both).toHaveLength(2);
    await backstage.rows('UPDATE products SET archived_at = now() WHERE id = $1', ids[0] ?? '');
    await expect(complete('product', 'frid')).resolves.toHaveLength(1);
    await settle();
    await expect(complete('product', 'frid')).resolves.toHaveLength(1);
  });

  it('of members go by handle and name, and leave out who has left', async () => {
    const zoe = await house.founder.member(house.url, ours);
    const erased = await house.founder.member(house.url, ours);
    await backstage.rows(
      `UPDATE members SET handle = 'zo-the-great', display_name = 'Zoë Käfer' WHERE id = $1`,
      zoe.memberId,
    );
    await backstage.rows(
      `UPDATE members SET handle = 'zo-the-former', display_name = 'Zoran' WHERE id = $1`,
      erased.memberId,
    );
    await settle();
    expect((await complete('member', '@zo')).toSorted()).toEqual(['zo-the-former', 'zo-the-great']);
    await expect(complete('member', 'kafer')).resolves.toEqual(['zo-the-great']);
    await admin.ask(mutation('eraseMember'), { input: { memberId: erased.memberId, reason: 'They asked for it.' } });
    for (const when of ['at once', 'once it is indexed']) {
      await expect([when, await complete('member', 'zo')]).toEqual([when, ['zo-the-great']]);
      await settle();
    }
  });

  it('are those of the community alone, and of a closed one for its members', async () => {
    const theirs = await house.founder.community({}, 'MEMBERS_ONLY');
    const member = await house.founder.member(house.url, theirs);
    await new Conversation(theirs).ask(member, { tags: ['calypso'] });
    await new SearchIndex(house, theirs).settle();
    await expect(complete('tag', 'calyp')).resolves.toEqual([]);
    await expect(complete('tag', 'calyp', { slug: theirs.slug }, member)).resolves.toEqual(['calypso']);
    for (const user of [house.stranger, admin])
      expect(await user.codeOf(query('tag'), { slug: theirs.slug, text: 'calyp' })).toBe('NOT_FOUND');
  });

  it('bear any text, and refuse what is no number of them', async () => {
    for (const kind of ['tag', 'product', 'member'] as const) {
      const codeOf = (text: string, more: object = {}): Promise<string> =>
        house.stranger.codeOf(query(kind), { slug: ours.slug, text, ...more });
      for (const text of [
        '',
        ' ',
        '%',
        '_',
        '\\',
        "'",
        '@',
        '((',
        ':*',
        '日',
        'x'.repeat(1_000),
        ...GARBLED.map(([, odd]) => odd),
      ])
        await expect([text, await codeOf(text)]).toEqual([text, 'OK']);
      await expect(complete(kind, '%')).resolves.toEqual([]);
      await expect(complete(kind, ' ')).resolves.toEqual([]);
      expect(await codeOf('x'.repeat(1_001))).toBe('INVALID_INPUT');
      for (const first of [0, -1, 21, 1_000])
        expect(await codeOf('a', { first })).toMatch(/^(INVALID|BAD_USER)_INPUT$/);
    }
  });
});
