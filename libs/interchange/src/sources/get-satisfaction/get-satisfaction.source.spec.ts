import { FoundIn } from '../../../../../test/support/found-in';
import { SourceFixture } from '../../../../../test/support/source-fixture';
import { SourceFault } from '../source.fault';
import { GetSatisfactionSource } from './get-satisfaction.source';

function person(id: number, name: string, fields: object = {}) {
  return {
    id,
    name,
    canonical_name: name.toLowerCase(),
    at_sfn: `http://getsatisfaction.com/people/${name.toLowerCase()}`,
    url: `https://api.getsatisfaction.com/people/${id}`,
    title: 'Customer',
    member_since: '2011/04/20 15:38:44 +0000',
    employee: false,
    champion: false,
    avatar: 'https://example.com/a.png',
    ...fields,
  };
}

const ANN = person(1, 'Ann');
const BEN = person(2, 'Ben', { employee: true, title: 'Official Rep' });
const CY = person(3, 'Cy', { champion: true });

function topic(id: number, fields: object = {}) {
  return {
    id,
    subject: `Topic  ${id}`,
    content: 'One\r<br />\nTwo',
    style: 'question',
    status: null,
    author: ANN,
    created_at: '2013/07/16 10:02:02 +0000',
    last_active_at: '2013/07/18 10:02:02 +0000',
    me_too_count: 1,
    user_defined_code: false,
    is_closed: false,
    is_archived: false,
    is_spam: false,
    is_removed: false,
    employee: false,
    at_sfn: `http://getsatisfaction.com/acme/topics/topic_${id}`,
    url: `https://api.getsatisfaction.com/topics/${id}`,
    ...fields,
  };
}

function reply(id: number, fields: object = {}) {
  return {
    id,
    topic_id: 10,
    content: `Reply ${id}`,
    author: BEN,
    employee: true,
    created_at: '2013/07/17 08:00:00 +0000',
    star_count: 0,
    ...fields,
  };
}

async function read(files: Readonly<Record<string, unknown>>) {
  const folder = new SourceFixture();
  for (const [name, value] of Object.entries(files)) {
    folder.write(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return FoundIn.all(new GetSatisfactionSource(folder.path));
}

describe('a dump of the JSON API', () => {
  let found: FoundIn;
  beforeAll(async () => {
    found = await read({
      'topics-1.json.gz': {
        total: 4,
        data: [
          topic(10, {
            me_too_count: 8,
            emotitag: { face: 'sad', feeling: '', intensity: 1 },
            products: [{ id: 10, name: 'Kettle' }],
            keywords: ['steam', ' hot water '],
            user_defined_code: 'escalated',
            status: 'complete',
          }),
          topic(11, {
            style: 'praise',
            status: 'complete',
            emotitag: { face: 'happy', feeling: 'over the moon' },
            champion: true,
            author: CY,
          }),
          topic(12, {
            style: 'problem',
            status: 'active',
            is_archived: true,
            tags: 'steam,lid',
            employee: true,
            author: BEN,
          }),
        ],
      },
      'topics-2.json': [
        topic(12, { style: 'problem' }),
        topic(13, {
          style: 'talk',
          status: 'pending',
          is_closed: true,
          closed_at: '2013/07/20 00:00:00 +0000',
          author: null,
        }),
        topic(14, {
          style: 'update',
          is_spam: true,
          content: null,
          replies: { total: 1, data: [reply(30, { topic_id: undefined })] },
        }),
      ],
      'replies.json': {
        total: 3,
        data: [
          reply(10, { company_promoted: true, star_count: 5, star_promoted: true }),
          reply(20, {
            author: ANN,
            employee: false,
            star_promoted: true,
            comments: { total: 2, data: [reply(21, { star_count: 2 }), reply(22, { author: null, employee: null })] },
          }),
          reply(23, { parent_id: 20, is_removed: true }),
          reply(23, { parent_id: 20, is_removed: true }),
        ],
      },
      'people.json': { data: [ANN, person(4, 'Di')] },
      'products.json': {
        data: [{ id: 10, name: 'Kettle', description: 'Boils', url: 'https://api.getsatisfaction.com/products/10' }],
      },
      'tags.json': { data: [{ id: 3, name: 'steam', url: 'https://api.getsatisfaction.com/tags/steam' }] },
    });
  });

  it('has no faults, and tells what is left out', () => {
    expect(found.faults).toEqual([]);
    expect(found.leftOut).toEqual({
      'lists of tags': 1,
      'private tags': 1,
      'replies that come twice': 1,
      'statuses of praise and updates': 1,
      'topics that come twice': 1,
    });
  });

  it('takes a topic with its me-toos, its face, its products and its public tags', () => {
    expect(found.one('topic', '10')).toEqual({
      kind: 'topic',
      externalId: '10',
      author: '1',
      authorRole: 'CUSTOMER',
      body: { text: 'One\r<br />\nTwo', format: 'HTML' },
      createdAt: '2013-07-16T10:02:02.000Z',
      topicKind: 'QUESTION',
      status: 'COMPLETE',
      title: 'Topic 10',
      products: ['10'],
      tags: ['steam', 'hot water'],
      sentiment: { face: 'SAD', feeling: null },
      meTooBase: 7,
      lastActivityAt: '2013-07-18T10:02:02.000Z',
    });
    expect(JSON.stringify(found.records)).not.toContain('escalated');
  });

  it('reads styles, statuses of the kind and the role at posting', () => {
    expect(
      found.of('topic').map((record) => [record.externalId, record.topicKind, record.status, record.authorRole]),
    ).toEqual([
      ['10', 'QUESTION', 'COMPLETE', 'CUSTOMER'],
      ['11', 'PRAISE', 'NONE', 'CHAMPION'],
      ['12', 'PROBLEM', 'ACTIVE', 'REPRESENTATIVE'],
      ['13', 'QUESTION', 'PENDING', undefined],
      ['14', 'UPDATE', 'NONE', 'CUSTOMER'],
    ]);
    expect(found.one('topic', '11')?.sentiment).toEqual({ face: 'HAPPY', feeling: 'over the moon' });
  });

  it('closes what was closed, and closes what was archived as well', () => {
    expect(found.one('topic', '12')).toMatchObject({
      tags: ['steam', 'lid'],
      closedAt: '2013-07-18T10:02:02.000Z',
      archivedAt: '2013-07-18T10:02:02.000Z',
      archivedNote: 'Archived in Get Satisfaction',
    });
    expect(found.one('topic', '13')).toMatchObject({ author: null, closedAt: '2013-07-20T00:00:00.000Z' });
    expect(found.one('topic', '13')?.archivedAt).toBeUndefined();
  });

  it('keeps spam and removed posts, removed', () => {
    expect(found.one('topic', '14')).toMatchObject({
      state: 'REMOVED',
      stateReason: 'Spam',
      body: { text: 'Topic 14', format: 'HTML' },
    });
    expect(found.one('comment', 'reply/23')).toMatchObject({
      state: 'REMOVED',
      stateReason: 'Removed in Get Satisfaction',
    });
  });

  it('tells answers, comments, stars and official marks apart', () => {
    expect(found.of('answer').map(({ externalId, topic: id }) => [externalId, id])).toEqual([
      ['reply/10', '10'],
      ['reply/20', '10'],
      ['reply/30', '14'],
    ]);
    expect(found.of('comment').map(({ externalId, on, author }) => [externalId, on, author])).toEqual([
      ['reply/21', { post: 'reply/20' }, '2'],
      ['reply/22', { post: 'reply/20' }, null],
      ['reply/23', { post: 'reply/20' }, '2'],
    ]);
    expect(found.of('vote')).toEqual([
      { kind: 'vote', on: { answer: 'reply/10' }, up: 5 },
      { kind: 'vote', on: { answer: 'reply/20' }, up: 1 },
      { kind: 'vote', on: { comment: 'reply/21' }, up: 2 },
    ]);
    expect(found.of('mark')).toEqual([
      { kind: 'mark', mark: 'OFFICIAL', answer: 'reply/10', createdAt: '2013-07-17T08:00:00.000Z' },
    ]);
  });

  it('makes each person one member', () => {
    expect(
      found.of('member').map(({ externalId, name, role, createdAt }) => [externalId, name, role, createdAt]),
    ).toEqual([
      ['1', 'Ann', 'CUSTOMER', '2011-04-20T15:38:44.000Z'],
      ['4', 'Di', 'CUSTOMER', '2011-04-20T15:38:44.000Z'],
      ['2', 'Ben', 'REPRESENTATIVE', '2011-04-20T15:38:44.000Z'],
      ['3', 'Cy', 'CHAMPION', '2011-04-20T15:38:44.000Z'],
    ]);
    expect(found.of('product')).toEqual([{ kind: 'product', externalId: '10', name: 'Kettle', description: 'Boils' }]);
  });

  it('leads old addresses on', () => {
    expect(found.redirects).toMatchObject({ '/acme/topics/topic_10': 'topic 10', '/people/ben': 'member 2' });
  });
});

describe('a dump of the JSON API with faults', () => {
  it('tells what is wrong with each object, and reads the others', async () => {
    const found = await read({
      'dump.json': {
        data: [
          null,
          'text',
          {},
          topic(1, { created_at: null }),
          topic(2, { created_at: '2013/02/31 10:00:00 +0000' }),
          topic(3, { me_too_count: 'many' }),
          topic(4, { author: 'ann' }),
          topic(5, { subject: '  ' }),
          topic(6, { emotitag: [] }),
          topic(7, { products: [{ name: 'No id' }] }),
          reply(8, { topic_id: null }),
          { ...reply(9), id: null },
          reply(11, { comments: [null, { id: 12, content: 'No date' }] }),
          topic(1),
        ],
      },
    });
    expect(found.faults).toEqual([
      'dump.json:1: This must be an object with fields.',
      'dump.json:2: This must be an object with fields.',
      'dump.json:3: This is neither a topic, a reply, a person, a product nor a tag.',
      'dump.json:4: The field created_at is missing. (1)',
      'dump.json:5: The field created_at must be a date. (2)',
      'dump.json:6: The field me_too_count must be a whole number. (3)',
      'dump.json:7: The field author must be an object. (4)',
      'dump.json:8: The field subject is missing. (5)',
      'dump.json:9: The field emotitag must be an object. (6)',
      'dump.json:10: The field id is missing. (7)',
      'dump.json:11: The field topic_id is missing.',
      'dump.json:12: The field id is missing.',
      'dump.json:13: This must be an object with fields.',
      'dump.json:13: The field created_at is missing. (reply/12)',
    ]);
    expect(found.one('topic', '1')).toBeDefined();
    expect(found.one('answer', 'reply/11')).toBeDefined();
  });

  it.each([
    ['a cut file', { 'topics.json': JSON.stringify({ data: [topic(1)] }).slice(0, -9) }, /topics\.json.*JSON/],
    ['an empty folder', {}, /topics\.csv|users\.csv/],
    ['lists and tables together', { 'topics.json': [], 'topics.csv': 'id' }, /both JSON lists and CSV tables/],
  ])('refuses %s', async (_, files, message) => {
    await expect(read(files)).rejects.toThrow(SourceFault);
    await expect(read(files)).rejects.toThrow(message);
  });
});

describe('the CSV tables of the vendor', () => {
  let found: FoundIn;
  beforeAll(async () => {
    found = await read({
      'users.csv': [
        'user_id;email;real_name;nick;m_created;suspended_at;title',
        '1;ann@example.com;Ann B;ann;2010-05-05 12:33:44;NULL;NULL',
        '2;;Ben C;NULL;2010-05-06 00:00:00;2011-01-01 00:00:00;',
        '3;NULL;NULL;NULL;NULL;NULL;NULL',
        'NULL;x@example.com;X;x;NULL;NULL;NULL',
      ].join('\n'),
      'categories.csv': 'id;name;description\n7;Kettles;"All; of them"\n8;NULL;NULL\n',
      'topics.csv': [
        'id;subject;additional_detail;created_at;UserId;removed',
        '1;Too hot;"First   second, and  <pre><code>if x    y  end</code></pre> then',
        'a line";2010-06-01 10:00:00;1;0',
        '2;Gone;NULL;2010-06-02 10:00:00;2;1',
        '3;"A ""quoted"" <title>";NULL;2010-06-03 10:00:00;99;0',
        '4;No date;x;NULL;1;0',
        '5;NULL;NULL;2010-06-03 10:00:00;1;0',
      ].join('\r\n'),
      'replies.csv': [
        'id;topic_id;parent_id;UserId;content;created_at',
        '1;1;NULL;2;<b>Yes</b>;2010-06-01 11:00:00',
        '2;1;1;1;Thanks;2010-06-01 12:00:00',
        '3;1;0;3;No date;',
        '4;NULL;NULL;3;Where?;2010-06-01 12:00:00',
        '5;1',
      ].join('\n'),
    });
  });

  it('keeps suspended users suspended, and names nobody by their address', () => {
    expect(found.of('member')).toEqual([
      { kind: 'member', externalId: '1', name: 'ann', email: 'ann@example.com', createdAt: '2010-05-05T12:33:44.000Z' },
      {
        kind: 'member',
        externalId: '2',
        name: 'Ben C',
        createdAt: '2010-05-06T00:00:00.000Z',
        suspendedUntil: '9999-12-31T23:59:59.999Z',
        suspendedReason: 'Suspended in Get Satisfaction',
      },
      { kind: 'member', externalId: '3', name: 'Member 3' },
    ]);
  });

  it('makes paragraphs of three spaces, and lines of two in code', () => {
    expect(found.one('topic', '1')?.body).toEqual({
      text: 'First<br><br>second, and  <pre><code>if x\n  y\nend</code></pre> then\r\na line',
      format: 'HTML',
    });
  });

  it('takes topics without a text, removed ones, and those of people who are gone', () => {
    expect(found.one('topic', '2')).toMatchObject({ title: 'Gone', body: { text: 'Gone' }, state: 'REMOVED' });
    expect(found.one('topic', '3')).toMatchObject({
      author: null,
      title: 'A "quoted" <title>',
      body: { text: 'A &quot;quoted&quot; &lt;title&gt;', format: 'HTML' },
    });
  });

  it('tells replies and comments apart', () => {
    expect(found.of('answer').map(({ externalId, topic: id, author }) => [externalId, id, author])).toEqual([
      ['reply/1', '1', '2'],
    ]);
    expect(found.of('comment').map(({ externalId, on }) => [externalId, on])).toEqual([
      ['reply/2', { post: 'reply/1' }],
    ]);
  });

  it('makes products of categories', () => {
    expect(found.of('product')).toEqual([
      { kind: 'product', externalId: '7', name: 'Kettles', description: 'All; of them' },
      { kind: 'product', externalId: '8', name: 'Category 8' },
    ]);
  });

  it('tells what is wrong with rows, and where they begin', () => {
    expect(found.faults).toEqual([
      'users.csv:5: The field user_id is missing.',
      'topics.csv:6: The field created_at is missing. (4)',
      'topics.csv:7: The field subject is missing. (5)',
      'replies.csv:4: The field created_at is missing. (reply/3)',
      'replies.csv:5: The field topic_id is missing. (reply/4)',
      'replies.csv:6: The field created_at is missing. (reply/5)',
    ]);
  });

  it('refuses a table without its columns', async () => {
    const files = { 'users.csv': 'id,nick\n1,ann', 'topics.csv': 'id;subject' };
    await expect(read(files)).rejects.toThrow(/users\.csv, line 1: The header lacks: user_id, nick/);
  });
});
