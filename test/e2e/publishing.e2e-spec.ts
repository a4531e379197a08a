import type { InterchangeRecord } from '@app/interchange';
import { communityRows } from '../support/community-rows';
import { ImportWorld } from '../support/import-world';
import { SAMPLE_RECORDS } from '../support/sample-records';

const LATER = '2020-02-01T10:00:00.000Z';

describe('publishing an import', () => {
  let world: ImportWorld;

  beforeAll(async () => {
    world = await ImportWorld.begin();
  });

  afterAll(async () => {
    await world.end();
  });

  it('makes rows of all records, dated as in the source', async () => {
    const outcome = await world.imported('all');
    expect(outcome.rejects).toEqual([]);
    expect(outcome.founded).toBe(true);
    expect(outcome.kinds.topic).toEqual({ added: 3, updated: 0, unchanged: 0, kept: 0 });
    const id = outcome.communityId;
    expect(await world.one(id, `name, locale, created_at FROM communities WHERE id = '${id}'`)).toEqual({
      name: 'Beer',
      locale: 'de',
      created_at: new Date('2020-01-01T10:00:00.000Z'),
    });
    expect(
      await world.one(
        id,
        `resolution, resolved_by, resolved_at, answer_count, reply_count, me_too_count, follower_count, view_count,
          last_activity_at, locale, author_role FROM topics WHERE slug = 'why-does-it-not-ferment'`,
      ),
    ).toEqual({
      resolution: 'SOLVED',
      resolved_by: 'ASKER',
      resolved_at: new Date('2020-01-08T10:00:00.000Z'),
      answer_count: 3,
      reply_count: 8,
      me_too_count: 6,
      follower_count: 2,
      view_count: 17,
      last_activity_at: new Date('2020-01-10T10:00:00.000Z'),
      locale: 'de',
      author_role: 'CUSTOMER',
    });
    expect(await world.one(id, `resolved_by, resolved_at FROM topics WHERE kind = 'IDEA'`)).toEqual({
      resolved_by: 'STAFF',
      resolved_at: new Date('2020-01-04T10:00:00.000Z'),
    });
  });

  it('turns a reply by the asker into a comment, unless it is marked, and finds comments on it', async () => {
    const { communityId: id } = await world.imported('asker');
    expect(await world.one(id, `follow_up, solved FROM answers WHERE body = 'I found it.'`)).toEqual({
      follow_up: true,
      solved: true,
    });
    const comments = await world.founder.sql<{ body: string; on: string | null }>(
      id,
      `SELECT c.body, a.body AS on FROM comments c LEFT JOIN answers a ON a.id = c.answer_id ORDER BY c.body`,
    );
    expect(comments).toEqual([
      { body: ':-)', on: null },
      { body: 'How?', on: 'Warm it.' },
      { body: 'Oven.', on: 'Warm it.' },
      { body: 'Same.', on: null },
      { body: 'Thank you!', on: null },
    ]);
    expect(await world.one(id, `target FROM redirects WHERE path = '/a/22'`)).toEqual({ target: 'COMMENT' });
  });

  it('keeps one official answer of several, and counts stars and votes together', async () => {
    const { communityId: id } = await world.imported('marks');
    const marks = await world.founder.sql(
      id,
      `SELECT a.body, a.official, o.ended_at FROM official_marks o JOIN answers a ON a.id = o.answer_id ORDER BY marked_at`,
    );
    expect(marks).toEqual([
      { body: 'Warm it.', official: false, ended_at: new Date('2020-01-10T10:00:00.000Z') },
      { body: 'Read this.', official: true, ended_at: null },
    ]);
    expect(await world.one(id, `star_count, trusted_star_count FROM answers WHERE body = 'Warm it.'`)).toEqual({
      star_count: 7,
      trusted_star_count: 1,
    });
  });

  it('takes an answer by nobody to a question by nobody for that of another', async () => {
    const createdAt = '2020-01-01T10:00:00.000Z';
    const body = { text: 'So.' };
    const { communityId: id } = await world.imported('nobody', [
      { kind: 'community', format: 'answerhood', version: 1 },
      { kind: 'topic', externalId: '1', topicKind: 'QUESTION', title: 'So?', author: null, body, createdAt },
      { kind: 'answer', externalId: '2', topic: '1', author: null, body, createdAt },
    ]);
    expect(await world.one(id, 'resolution, follower_count FROM topics')).toEqual({
      resolution: 'ANSWERED',
      follower_count: 0,
    });
    expect(await world.one(id, `count(*)::int FROM members WHERE erased_at IS NOT NULL`)).toEqual({ count: 2 });
  });

  it('gives every member a handle, a former member what nobody wrote, and tags their one name', async () => {
    const { communityId: id } = await world.imported('names');
    const handles = await world.founder.sql<{ handle: string }>(id, `SELECT handle FROM members ORDER BY handle`);
    expect(handles.map(({ handle }) => handle)).toEqual([
      'ann',
      expect.stringMatching(/^ann-\d\d$/),
      'cleo',
      'dan',
      'former-asker',
    ]);
    expect(await world.one(id, `created_at FROM members WHERE handle = 'dan'`)).toEqual({
      created_at: new Date('2020-01-05T10:00:00.000Z'),
    });
    expect(
      await world.one(
        id,
        `count(*)::int FROM topics t JOIN members m ON m.id = t.author_id WHERE m.handle = 'former-asker'`,
      ),
    ).toEqual({ count: 1 });
    const tags = await world.founder.sql<{ name: string }>(id, `SELECT name, topic_count AS n FROM tags ORDER BY name`);
    expect(tags).toEqual([
      { name: 'lager', n: 1 },
      { name: 'yeast', n: 1 },
      { name: 'yeasts', n: 0 },
    ]);
  });

  it('lets an address wait for its owner, or finds them', async () => {
    const user = '01900000-0000-7000-8000-00000000000f';
    const { communityId: waiting } = await world.imported('waiting');
    expect(await world.one(waiting, 'email FROM member_addresses')).toEqual({ email: 'ann2@example.com' });
    await world.founder.sql(
      waiting,
      `INSERT INTO users (id, email, email_verified_at) VALUES ('${user}', 'ann2@example.com', now())`,
    );
    const { communityId: linked } = await world.imported('linked');
    expect(await world.one(linked, `display_name FROM members WHERE user_id = '${user}'`)).toEqual({
      display_name: 'Ann',
    });
    expect(await world.one(linked, 'email FROM member_addresses')).toBeUndefined();
  });

  it('refuses what refers to nothing, where it stands, and takes the rest', async () => {
    const bad: InterchangeRecord[] = [
      { kind: 'answer', externalId: '90', topic: 'gone', author: '1', body: { text: 'x' }, createdAt: LATER },
      { kind: 'answer', externalId: '91', topic: '10', author: 'gone', body: { text: 'x' }, createdAt: LATER },
      { kind: 'comment', externalId: '92', on: { answer: '91' }, author: '1', body: { text: 'x' }, createdAt: LATER },
      { kind: 'mark', mark: 'SOLVED', answer: '90', createdAt: LATER },
      { kind: 'vote', on: { post: 'gone' }, up: 1 },
      { kind: 'redirect', path: '/gone', to: { article: 'gone' } },
      { kind: 'articleVote', article: 'gone', member: '1', stillRight: 'NO', createdAt: LATER },
      { kind: 'articleRevision', article: 'gone', version: 1, title: 'x', body: { text: 'x' }, createdAt: LATER },
      { kind: 'product', externalId: 'lid', name: 'Lid', parent: 'gone' },
      { kind: 'link', topic: '10', linked: '10', link: 'RELATED', createdAt: LATER },
      { kind: 'mark', mark: 'STAR', answer: '20', by: '2', createdAt: LATER },
      { kind: 'follow', member: '1', followed: { member: '1' }, createdAt: LATER },
      {
        kind: 'topic',
        externalId: '10',
        topicKind: 'IDEA',
        author: '1',
        title: 'Again',
        body: { text: 'x' },
        createdAt: LATER,
      },
    ];
    const outcome = await world.imported('dangling', [...SAMPLE_RECORDS, ...bad]);
    const from = SAMPLE_RECORDS.length + 1;
    const reasons = outcome.rejects.map(({ at, reason }) => `${at.line - from} ${reason}`).toSorted();
    expect(reasons).toEqual([
      '0 topic names a topic that is not there',
      '1 author names a member who is not there',
      '10 A star is for the answers of others.',
      '11 Nobody follows themselves.',
      '12 A second topic record of the same thing: the first one was taken.',
      '2 on names a post that is not there',
      '3 answer names an answer that is not there',
      '4 on names a post that is not there',
      '5 to names something that is not there',
      '6 article names an article that is not there',
      '7 article names an article that is not there',
      '8 parent names a product that is not there',
      '9 A topic is not linked to itself.',
    ]);
    expect(outcome.rejected.reduce((sum, { count }) => sum + count, 0)).toBe(bad.length);
  });

  it('makes members and products of names where the source says so', async () => {
    const { communityId: id, rejects } = await world.imported('implied', [
      { kind: 'community', format: 'answerhood', version: 1, implied: ['members', 'products'] },
      {
        kind: 'topic',
        topicKind: 'PRAISE',
        externalId: '1',
        author: 'Zoë Ö.',
        title: 'Yes',
        body: { text: 'x' },
        products: ['The Pot'],
        createdAt: LATER,
      },
    ]);
    expect(rejects).toEqual([]);
    expect(await world.one(id, 'handle, display_name, created_at FROM members')).toEqual({
      handle: 'zoe-o',
      display_name: 'Zoë Ö.',
      created_at: new Date(LATER),
    });
    expect(await world.one(id, 'slug, name FROM products')).toEqual({ slug: 'the-pot', name: 'The Pot' });
  });

  it('does nothing in a dry run but say what it would do', async () => {
    const { communityId: id } = await world.imported('dry');
    const before = await communityRows(world.founder, { key: id });
    const more: InterchangeRecord[] = [
      { kind: 'answer', externalId: '25', topic: '12', author: '2', body: { text: 'Glue it.' }, createdAt: LATER },
      { kind: 'answer', externalId: '26', topic: 'gone', author: '2', body: { text: 'x' }, createdAt: LATER },
    ];
    const outcome = await world.imported('dry', [...SAMPLE_RECORDS, ...more], { dryRun: true });
    expect(outcome.kinds.answer?.added).toBe(1);
    expect(outcome.rejects).toHaveLength(1);
    expect(await communityRows(world.founder, { key: id })).toEqual(before);
  });

  it('keeps communities apart, and origins of one community', async () => {
    const [one, two] = [await world.imported('left'), await world.imported('right')];
    expect(one.communityId).not.toBe(two.communityId);
    const other = await world.imported('left', SAMPLE_RECORDS, { origin: 'other' });
    expect(other.communityId).toBe(one.communityId);
    expect(other.kinds.topic).toEqual({ added: 3, updated: 0, unchanged: 0, kept: 0 });
  });
});
