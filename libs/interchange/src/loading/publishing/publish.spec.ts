import type { InterchangeRecord } from '../../format/interchange-record';
import { communityRows } from '../../../../../test/support/community-rows';
import { counterDrift } from '../../../../../test/support/counter-drift';
import { Founder } from '../../../../../test/support/founder';
import { importRecords, type TestImported } from '../../../../../test/support/import-records';
import { SAMPLE_RECORDS } from '../../../../../test/support/sample-records';
import { TestDatabase } from '../../../../../test/support/test-database';

const LATER = '2020-02-01T10:00:00.000Z';

describe('publishing an import', () => {
  let database: TestDatabase;
  let founder: Founder;

  beforeAll(async () => {
    database = await TestDatabase.create();
    founder = new Founder(database.ownerUrl);
  });

  afterAll(async () => {
    await founder.stop();
    await database.drop();
  });

  async function imported(slug: string, records = SAMPLE_RECORDS, options: object = {}): Promise<TestImported> {
    const outcome = await importRecords(records, { ownerUrl: database.ownerUrl, slug, ...options });
    expect(await counterDrift(founder, outcome.communityId)).toEqual([]);
    return outcome;
  }

  function one<Row extends object>(community: string, from: string): Promise<Row | undefined> {
    return founder.sql<Row>(community, `SELECT ${from}`).then((rows) => rows[0]);
  }

  function changed(externalId: string, change: object): InterchangeRecord[] {
    return SAMPLE_RECORDS.map((record) =>
      'externalId' in record && record.externalId === externalId && record.kind !== 'tag' && record.kind !== 'member'
        ? ({ ...record, ...change } as InterchangeRecord)
        : record,
    );
  }

  it('makes rows of all records, dated as in the source', async () => {
    const outcome = await imported('all');
    expect(outcome.rejects).toEqual([]);
    expect(outcome.founded).toBe(true);
    expect(outcome.kinds.topic).toEqual({ added: 3, updated: 0, unchanged: 0, kept: 0 });
    const id = outcome.communityId;
    expect(await one(id, `name, locale, created_at FROM communities WHERE id = '${id}'`)).toEqual({
      name: 'Beer',
      locale: 'de',
      created_at: new Date('2020-01-01T10:00:00.000Z'),
    });
    expect(
      await one(
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
    expect(await one(id, `resolved_by, resolved_at FROM topics WHERE kind = 'IDEA'`)).toEqual({
      resolved_by: 'STAFF',
      resolved_at: new Date('2020-01-04T10:00:00.000Z'),
    });
  });

  it('turns a reply by the asker into a comment, unless it is marked, and finds comments on it', async () => {
    const { communityId: id } = await imported('asker');
    expect(await one(id, `follow_up, solved FROM answers WHERE body = 'I found it.'`)).toEqual({
      follow_up: true,
      solved: true,
    });
    const comments = await founder.sql<{ body: string; on: string | null }>(
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
    expect(await one(id, `target FROM redirects WHERE path = '/a/22'`)).toEqual({ target: 'COMMENT' });
  });

  it('keeps one official answer of several, and counts stars and votes together', async () => {
    const { communityId: id } = await imported('marks');
    const marks = await founder.sql(
      id,
      `SELECT a.body, a.official, o.ended_at FROM official_marks o JOIN answers a ON a.id = o.answer_id ORDER BY marked_at`,
    );
    expect(marks).toEqual([
      { body: 'Warm it.', official: false, ended_at: new Date('2020-01-10T10:00:00.000Z') },
      { body: 'Read this.', official: true, ended_at: null },
    ]);
    expect(await one(id, `star_count, trusted_star_count FROM answers WHERE body = 'Warm it.'`)).toEqual({
      star_count: 7,
      trusted_star_count: 1,
    });
  });

  it('gives every member a handle, the former member what nobody wrote, and tags their one name', async () => {
    const { communityId: id } = await imported('names');
    const handles = await founder.sql<{ handle: string }>(id, `SELECT handle FROM members ORDER BY handle`);
    expect(handles.map(({ handle }) => handle)).toEqual([
      'ann',
      expect.stringMatching(/^ann-\d\d$/),
      'cleo',
      'dan',
      'former-member',
    ]);
    expect(await one(id, `created_at FROM members WHERE handle = 'dan'`)).toEqual({
      created_at: new Date('2020-01-05T10:00:00.000Z'),
    });
    expect(
      await one(
        id,
        `count(*)::int FROM topics t JOIN members m ON m.id = t.author_id WHERE m.handle = 'former-member'`,
      ),
    ).toEqual({ count: 1 });
    const tags = await founder.sql<{ name: string }>(id, `SELECT name, topic_count AS n FROM tags ORDER BY name`);
    expect(tags).toEqual([
      { name: 'lager', n: 1 },
      { name: 'yeast', n: 1 },
      { name: 'yeasts', n: 0 },
    ]);
  });

  it('lets an address wait for its owner, or finds them', async () => {
    const user = '01900000-0000-7000-8000-00000000000f';
    const { communityId: waiting } = await imported('waiting');
    expect(await one(waiting, 'email FROM member_addresses')).toEqual({ email: 'ann2@example.com' });
    await founder.sql(
      waiting,
      `INSERT INTO users (id, email, email_verified_at) VALUES ('${user}', 'ann2@example.com', now())`,
    );
    const { communityId: linked } = await imported('linked');
    expect(await one(linked, `display_name FROM members WHERE user_id = '${user}'`)).toEqual({ display_name: 'Ann' });
    expect(await one(linked, 'email FROM member_addresses')).toBeUndefined();
  });

  it('changes nothing the second time', async () => {
    const first = await imported('twice');
    const before = await communityRows(founder, { key: first.communityId });
    const second = await imported('twice');
    expect(second.communityId).toBe(first.communityId);
    expect(await communityRows(founder, { key: first.communityId })).toEqual(before);
    for (const [kind, outcome] of Object.entries(second.kinds)) {
      expect({ kind, ...outcome }).toEqual({
        kind,
        added: 0,
        updated: 0,
        kept: 0,
        unchanged: first.kinds[kind as 'topic']?.added,
      });
    }
  });

  it('adds what is new of a source that has grown, and counts it with what was there', async () => {
    const { communityId: id } = await imported('grown');
    const more: InterchangeRecord[] = [
      { kind: 'answer', externalId: '25', topic: '12', author: '2', body: { text: 'Glue it.' }, createdAt: LATER },
      { kind: 'comment', externalId: '35', on: { post: '24' }, author: '3', body: { text: 'Hm.' }, createdAt: LATER },
      { kind: 'mark', mark: 'SOLVED', answer: '24', createdAt: LATER },
      { kind: 'mark', mark: 'STAR', answer: '24', by: '1', createdAt: LATER },
      { kind: 'vote', on: { post: '20' }, day: '2020-01-07', up: 5 },
      { kind: 'meToo', topic: '11', member: '4', createdAt: LATER },
    ];
    const grown = SAMPLE_RECORDS.filter((record) => record.kind !== 'vote' || record.day !== '2020-01-07');
    const outcome = await imported('grown', [...grown, ...more]);
    expect(outcome.kinds.answer).toEqual({ added: 1, updated: 0, unchanged: 5, kept: 0 });
    expect(outcome.kinds.vote).toEqual({ added: 0, updated: 1, unchanged: 3, kept: 0 });
    expect(await one(id, `resolved_at, last_activity_at FROM topics WHERE title = 'It leaks'`)).toEqual({
      resolved_at: new Date(LATER),
      last_activity_at: new Date(LATER),
    });
    expect(await one(id, `star_count FROM answers WHERE body = 'Warm it.'`)).toEqual({ star_count: 10 });
  });

  it('takes over what the source says otherwise, and keeps what it said', async () => {
    const { communityId: id } = await imported('changed');
    const outcome = await imported(
      'changed',
      changed('10', { body: { text: 'It is warm here.' }, tags: ['ale'], viewCount: 20 }),
    );
    expect(outcome.kinds.topic).toEqual({ added: 0, updated: 1, unchanged: 2, kept: 0 });
    expect(await one(id, `body, version, view_count FROM topics WHERE slug = 'why-does-it-not-ferment'`)).toEqual({
      body: 'It is warm here.',
      version: 2,
      view_count: 20,
    });
    const bodies = await founder.sql<{ body: string }>(
      id,
      `SELECT r.body FROM revisions r JOIN topics t ON t.id = r.topic_id WHERE t.slug = 'why-does-it-not-ferment' ORDER BY r.version`,
    );
    expect(bodies.map(({ body }) => body)).toEqual(['Cold.', 'It is warm here.']);
    const again = await imported(
      'changed',
      changed('10', { body: { text: 'It is warm here.' }, tags: ['ale'], viewCount: 20 }),
    );
    expect(again.kinds.topic).toEqual({ added: 0, updated: 0, unchanged: 3, kept: 0 });
  });

  it('keeps what was edited here, and leaves erased members alone', async () => {
    const { communityId: id } = await imported('edited');
    await founder.sql(id, `UPDATE topics SET body = 'Ours.', version = 2 WHERE title = 'Sell hops'`);
    await founder.sql(
      id,
      `WITH gone AS (UPDATE members SET display_name = 'Former member', erased_at = now() WHERE handle = 'dan' RETURNING id)
       UPDATE external_records e SET external_id = NULL FROM gone WHERE e.id = gone.id`,
    );
    const records = changed('11', { body: { text: 'Theirs.' } }).map((record) =>
      record.kind === 'member' && record.externalId === '4' ? { ...record, name: 'Daniel' } : record,
    );
    const outcome = await imported('edited', records);
    expect(outcome.kinds.topic).toEqual({ added: 0, updated: 0, unchanged: 2, kept: 1 });
    expect(outcome.kinds.member).toEqual({ added: 0, updated: 0, unchanged: 4, kept: 1 });
    expect(await one(id, `body FROM topics WHERE title = 'Sell hops'`)).toEqual({ body: 'Ours.' });
    expect(await one(id, `display_name FROM members WHERE handle = 'dan'`)).toEqual({ display_name: 'Former member' });
  });

  it('gives what comes of a claimed member to whoever claimed it, and an erased one nothing to follow', async () => {
    const { communityId: id } = await imported('claimed');
    await founder.sql(
      id,
      `UPDATE members m SET merged_into_id = c.id, erased_at = now() FROM members c WHERE c.handle = 'cleo' AND m.handle = 'dan'`,
    );
    const outcome = await imported('claimed', [
      ...SAMPLE_RECORDS,
      { kind: 'answer', externalId: '25', topic: '12', author: '4', body: { text: 'Glue it.' }, createdAt: LATER },
      { kind: 'follow', member: '4', followed: { tag: 'lager' }, createdAt: LATER },
    ]);
    expect(outcome.rejects).toEqual([]);
    expect(
      await one(id, `m.handle FROM answers a JOIN members m ON m.id = a.author_id WHERE a.body = 'Glue it.'`),
    ).toEqual({ handle: 'cleo' });
    await founder.sql(id, `UPDATE members SET merged_into_id = NULL WHERE handle = 'dan'`);
    const later = await imported('claimed', [
      ...SAMPLE_RECORDS,
      { kind: 'follow', member: '4', followed: { product: 'pot' }, createdAt: LATER },
    ]);
    expect(later.rejected).toEqual([
      { name: 'Whoever was erased follows nothing, and is followed by nobody.', count: 1 },
    ]);
  });

  it('refuses what refers to nothing, where it stands, and takes the rest', async () => {
    const bad: InterchangeRecord[] = [
      { kind: 'answer', externalId: '90', topic: 'gone', author: '1', body: { text: 'x' }, createdAt: LATER },
      { kind: 'answer', externalId: '91', topic: '10', author: 'gone', body: { text: 'x' }, createdAt: LATER },
      { kind: 'comment', externalId: '92', on: { answer: '91' }, author: '1', body: { text: 'x' }, createdAt: LATER },
      { kind: 'mark', mark: 'SOLVED', answer: '90', createdAt: LATER },
      { kind: 'vote', on: { post: 'gone' }, up: 1 },
      { kind: 'redirect', path: '/gone', to: { article: 'gone' } },
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
    const outcome = await imported('dangling', [...SAMPLE_RECORDS, ...bad]);
    const from = SAMPLE_RECORDS.length + 1;
    const reasons = outcome.rejects.map(({ at, reason }) => `${at.line - from} ${reason}`).toSorted();
    expect(reasons).toEqual([
      '0 topic names a topic that is not there',
      '1 author names a member who is not there',
      '10 A second topic record of the same thing: the first one was taken.',
      '2 on names a post that is not there',
      '3 answer names an answer that is not there',
      '4 on names a post that is not there',
      '5 to names something that is not there',
      '6 parent names a product that is not there',
      '7 A topic is not linked to itself.',
      '8 A star is for the answers of others.',
      '9 Nobody follows themselves.',
    ]);
    expect(outcome.rejected.reduce((sum, { count }) => sum + count, 0)).toBe(bad.length);
  });

  it('makes members and products of names where the source says so', async () => {
    const { communityId: id, rejects } = await imported('implied', [
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
    expect(await one(id, 'handle, display_name, created_at FROM members')).toEqual({
      handle: 'zoe-o',
      display_name: 'Zoë Ö.',
      created_at: new Date(LATER),
    });
    expect(await one(id, 'slug, name FROM products')).toEqual({ slug: 'the-pot', name: 'The Pot' });
  });

  it('does nothing in a dry run but say what it would do', async () => {
    const { communityId: id } = await imported('dry');
    const before = await communityRows(founder, { key: id });
    const more: InterchangeRecord[] = [
      { kind: 'answer', externalId: '25', topic: '12', author: '2', body: { text: 'Glue it.' }, createdAt: LATER },
      { kind: 'answer', externalId: '26', topic: 'gone', author: '2', body: { text: 'x' }, createdAt: LATER },
    ];
    const outcome = await imported('dry', [...SAMPLE_RECORDS, ...more], { dryRun: true });
    expect(outcome.kinds.answer?.added).toBe(1);
    expect(outcome.rejects).toHaveLength(1);
    expect(await communityRows(founder, { key: id })).toEqual(before);
  });

  it('keeps communities apart, and origins of one community', async () => {
    const [one, two] = [await imported('left'), await imported('right')];
    expect(one.communityId).not.toBe(two.communityId);
    const other = await imported('left', SAMPLE_RECORDS, { origin: 'other' });
    expect(other.communityId).toBe(one.communityId);
    expect(other.kinds.topic).toEqual({ added: 3, updated: 0, unchanged: 0, kept: 0 });
  });
});
