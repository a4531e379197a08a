import { FoundIn } from '../../../../../test/support/found-in';
import { SourceFixture } from '../../../../../test/support/source-fixture';
import { SourceFault } from '../source.fault';
import { ZendeskSource } from './zendesk.source';

const TABLES = {
  'topics.csv':
    '\ufeffId,Name,Description,Position,Html URL\n20,Printers,"All, of them",1,https://help.example.com/hc/en-us/community/topics/20-Printers\n21,,null,,\n',
  'users.csv':
    '\ufeffid,email,name,createdAt,lastLoginAt\n1,ann@example.com,Ann,2019-01-02T03:04:05Z,null\n2,null,Ben\\n,null,null\n3,eve@example.com,Eve,2019-01-02T03:04:05Z,null\n,x@example.com,Nobody,null,null\n',
  'posts.csv': [
    'id,title,details,topicid,authorid,closed,createdat,htmlurl',
    '100,"Paper jam, again\\n","<p>It jams</p>\\n<pre>printf(""\\n"")</pre>",20,1,TRUE,2019-05-01T10:00:00Z,https://help.example.com/hc/en-us/community/posts/100-Paper-jam',
    '101,No author,<p>x</p>,20,99,FALSE,2019-05-02T10:00:00Z,null',
    '102,No date,<p>x</p>,20,1,,null,',
    '103,,<p>x</p>,20,1,,2019-05-02T10:00:00Z,',
    '104,Odd,<p>x</p>,20,1,maybe,2019-05-02T10:00:00Z,',
    '105,Too many,<p>x</p>,20,1,,2019-05-02T10:00:00Z,,,,',
  ].join('\r\n'),
  'comments.csv': [
    'id,body,postid,authorid,createdat,htmlurl',
    '200,"<p>Turn',
    'it off</p>",100,2,2019-05-01T11:00:00Z,https://help.example.com/hc/en-us/community/posts/100-Paper-jam/comments/200',
    '201,<p>y</p>,null,2,2019-05-01T11:00:00Z,',
  ].join('\n'),
};

const API = {
  'topics.json': {
    topics: [{ id: 20, name: 'Ideas', html_url: 'https://help.example.com/hc/de/community/topics/20-Ideen' }],
    count: 1,
  },
  'posts-1.json': {
    posts: [
      post(300, {
        status: 'planned',
        vote_sum: 3,
        vote_count: 5,
        pinned: true,
        featured: true,
        content_tag_ids: ['01A', '01B'],
      }),
      post(301, {
        status: 'answered',
        closed: true,
        vote_sum: -1,
        vote_count: 1,
        non_author_updated_at: '2022-02-01T00:00:00Z',
      }),
    ],
    users: [{ id: 360000000001, name: 'Ann', email: 'ann@example.com', role: 'end-user' }],
    next_page: null,
  },
  'posts-2.json': {
    posts: [
      post(302, { status: 'not_planned' }),
      post(303, { status: 'completed' }),
      post(304, { status: 'odd', author_id: -1 }),
    ],
    meta: { has_more: false },
  },
  'post-300-comments.json.gz': {
    comments: [comment(400, { official: true, vote_sum: 2, vote_count: 2 }), comment(401, { author_id: 360000000002 })],
    users: [
      { id: 360000000002, name: 'Ben', role: 'agent', suspended: true, created_at: '2020-01-01T00:00:00Z' },
      { id: 360000000003, name: 'Asks by mail only', email: 'me@example.com' },
    ],
  },
  'content_tags.json': { records: [{ id: '01A', name: 'duplex' }], meta: {} },
  'votes.json': {
    votes: [
      { id: 1, item_type: 'Post', item_id: 300, value: 1, user_id: 5, created_at: '2022-01-02T10:00:00Z' },
      { id: 2, item_type: 'Post', item_id: 302, value: 1, user_id: 5, created_at: '2022-01-02T10:00:00Z' },
      { id: 3, item_type: 'Post', item_id: 302, value: 1, user_id: 6, created_at: '2022-01-02T23:00:00Z' },
      { id: 4, item_type: 'Post', item_id: 302, value: -1, user_id: 7, created_at: '2022-01-03T10:00:00Z' },
      { id: 5, item_type: 'PostComment', item_id: 401, value: 1, user_id: 5, created_at: '2022-01-03T10:00:00Z' },
      { id: 6, item_type: 'Article', item_id: 9, value: 1, user_id: 5, created_at: '2022-01-03T10:00:00Z' },
    ],
  },
  'subscriptions.json': { subscriptions: [{ id: 1 }] },
};

function post(id: number, fields: object) {
  return {
    id,
    title: `Post ${id}`,
    details: '<p>Text</p>',
    author_id: 360000000001,
    topic_id: 20,
    status: 'none',
    closed: false,
    created_at: '2022-01-01T10:00:00Z',
    updated_at: '2022-01-09T10:00:00Z',
    html_url: `https://help.example.com/hc/en-us/community/posts/${id}-Post`,
    ...fields,
  };
}

function comment(id: number, fields: object) {
  return {
    id,
    body: '<p>Reply</p>',
    author_id: 360000000001,
    post_id: 300,
    created_at: '2022-01-02T10:00:00Z',
    official: false,
    ...fields,
  };
}

function folderOf(files: Readonly<Record<string, unknown>>): string {
  const folder = new SourceFixture();
  for (const [name, value] of Object.entries(files)) {
    folder.write(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return folder.path;
}

describe('the tables of a Zendesk community', () => {
  let found: FoundIn;
  beforeAll(async () => {
    found = await FoundIn.all(new ZendeskSource(folderOf(TABLES)));
  });

  it('give topics, closed where they were closed, without stray ends of lines', () => {
    expect(found.one('topic', '100')).toEqual({
      kind: 'topic',
      externalId: '100',
      author: '1',
      body: { text: '<p>It jams</p>\n<pre>printf("\\n")</pre>', format: 'HTML' },
      createdAt: '2019-05-01T10:00:00.000Z',
      topicKind: 'QUESTION',
      status: 'NONE',
      title: 'Paper jam, again',
      products: ['20'],
      tags: [],
      closedAt: '2019-05-01T10:00:00.000Z',
      closedReason: 'Closed in Zendesk',
    });
    expect(found.one('topic', '101')?.author).toBeNull();
  });

  it('give answers and products', () => {
    expect(found.of('answer')).toEqual([
      {
        kind: 'answer',
        externalId: '200',
        topic: '100',
        author: '2',
        createdAt: '2019-05-01T11:00:00.000Z',
        body: { text: '<p>Turn\nit off</p>', format: 'HTML' },
        byAsker: 'COMMENT',
      },
    ]);
    expect(found.of('product').map(({ externalId, name, description }) => [externalId, name, description])).toEqual([
      ['20', 'Printers', 'All, of them'],
      ['21', 'Topic 21', undefined],
    ]);
  });

  it('give only those as members who have written something', () => {
    expect(found.of('member')).toEqual([
      {
        kind: 'member',
        externalId: '1',
        name: 'Ann',
        email: 'ann@example.com',
        role: 'CUSTOMER',
        createdAt: '2019-01-02T03:04:05.000Z',
      },
      { kind: 'member', externalId: '2', name: 'Ben', role: 'CUSTOMER' },
    ]);
    expect(found.leftOut).toEqual({ 'users who have written nothing': 1 });
  });

  it('lead old addresses on', () => {
    expect(found.redirects).toEqual({
      '/hc/community/topics/20': 'product 20',
      '/hc/community/topics/21': 'product 21',
      '/hc/community/posts/100': 'topic 100',
      '/hc/community/posts/101': 'topic 101',
      '/hc/community/comments/200': 'answer 200',
    });
  });

  it('tell what is wrong with rows', () => {
    expect(found.faults).toEqual([
      'posts.csv:7: The row has more cells than the header.',
      'comments.csv:4: The field post_id is missing. (201)',
      'posts.csv:4: The field created_at is missing. (102)',
      'posts.csv:5: The field title is missing. (103)',
      'posts.csv:6: The field closed must be yes or no. (104)',
      'users.csv:5: The field id is missing.',
    ]);
  });
});

describe('what the API of a Zendesk community gave', () => {
  let found: FoundIn;
  beforeAll(async () => {
    found = await FoundIn.all(new ZendeskSource(folderOf(API)));
  });

  it('has no faults, and tells what is left out', () => {
    expect(found.faults).toEqual([]);
    expect(found.leftOut).toEqual({
      subscriptions: 1,
      "pinned posts' being so": 1,
      "featured posts' being so": 1,
      'content tags without a name': 1,
      'unknown statuses': 1,
      'single votes, which are counted already': 1,
      'votes for other things': 1,
      'users who have written nothing': 1,
    });
  });

  it('tells ideas and questions by their statuses', () => {
    expect(found.of('topic').map(({ externalId, topicKind, status }) => [externalId, topicKind, status])).toEqual([
      ['300', 'IDEA', 'ACTIVE'],
      ['301', 'QUESTION', 'COMPLETE'],
      ['302', 'IDEA', 'REJECTED'],
      ['303', 'IDEA', 'COMPLETE'],
      ['304', 'QUESTION', 'NONE'],
    ]);
    expect(found.one('topic', '300')).toMatchObject({ tags: ['duplex'], author: '360000000001' });
    expect(found.one('topic', '304')?.author).toBeNull();
    expect(found.one('topic', '301')).toMatchObject({
      closedAt: '2022-01-09T10:00:00.000Z',
      editedAt: '2022-02-01T00:00:00.000Z',
    });
  });

  it('marks official answers', () => {
    expect(found.of('mark')).toEqual([
      { kind: 'mark', mark: 'OFFICIAL', answer: '400', createdAt: '2022-01-02T10:00:00.000Z' },
    ]);
  });

  it('takes totals of votes, and counts single ones where there are none', () => {
    expect(found.of('vote')).toEqual([
      { kind: 'vote', on: { answer: '400' }, up: 2, down: 0 },
      { kind: 'vote', on: { topic: '300' }, up: 4, down: 1 },
      { kind: 'vote', on: { topic: '301' }, up: 0, down: 1 },
      { kind: 'vote', on: { topic: '302' }, day: '2022-01-02', up: 2, down: 0 },
      { kind: 'vote', on: { topic: '302' }, day: '2022-01-03', up: 0, down: 1 },
      { kind: 'vote', on: { answer: '401' }, day: '2022-01-03', up: 1, down: 0 },
    ]);
  });

  it('makes members of those who wrote, agents as employees', () => {
    expect(found.of('member').map(({ name, role, suspendedUntil }) => [name, role, suspendedUntil])).toEqual([
      ['Ben', 'EMPLOYEE', '9999-12-31T23:59:59.999Z'],
      ['Ann', 'CUSTOMER', undefined],
    ]);
  });
});

describe('a Zendesk community with traps', () => {
  it('tells what is wrong with objects, and reads the others', async () => {
    const found = await FoundIn.all(
      new ZendeskSource(
        folderOf({
          'posts.json': [null, 5, {}, post(1, { vote_sum: 'x' }), post(2, { content_tag_ids: 'x' }), post(3, {})],
          'comments.json': [comment(4, { post_id: null }), comment(5, { official: 'perhaps' })],
          'users.json': [{ id: 360000000001 }],
          'votes.json': [{ item_type: 'Post' }],
        }),
      ),
    );
    expect(found.faults).toEqual([
      'comments.json:1: The field post_id is missing. (4)',
      'comments.json:2: The field official must be yes or no. (5)',
      'posts.json:1: This must be an object with fields.',
      'posts.json:2: This must be an object with fields.',
      'posts.json:3: The field id is missing.',
      'posts.json:4: The field vote_sum must be a whole number. (1)',
      'posts.json:5: The field content_tag_ids must be a list. (2)',
      'votes.json:1: The field item_id is missing.',
    ]);
    expect(found.of('topic').map(({ externalId }) => externalId)).toEqual(['3']);
    expect(found.one('member', '360000000001')?.name).toBe('Member 360000000001');
  });

  it.each([
    ['no users', { 'posts.json': [post(1, {})] }, /No file holds users/],
    [
      'a table without its columns',
      { 'posts.csv': 'id,subject\n1,a\n' },
      /posts\.csv, line 1: The header lacks: title/,
    ],
    ['a file that was cut', { 'posts.json': '{"posts":[{"id":1}' }, /posts\.json.*JSON/],
  ])('refuses %s', async (_, files, message) => {
    const reading = () => FoundIn.all(new ZendeskSource(folderOf(files)));
    await expect(reading()).rejects.toThrow(SourceFault);
    await expect(reading()).rejects.toThrow(message);
  });

  it('gives the same again, and tells how far it is', async () => {
    const source = new ZendeskSource(folderOf(API));
    const first = await FoundIn.all(source);
    expect(source.progress()).toBeCloseTo(1);
    expect(await FoundIn.all(source)).toEqual(first);
  });
});
