import { FoundIn } from '../../../../../test/support/found-in';
import { SourceFixture } from '../../../../../test/support/source-fixture';
import { SourceFault } from '../source.fault';
import { DiscourseSource } from './discourse.source';

const ANN = { user_id: 7, username: 'ann.b', name: 'Ann B' };
const BEN = { user_id: 8, username: 'ben', name: '', staff: true, moderator: true, user_title: 'Helper' };
const SYSTEM = { user_id: -1, username: 'system', name: 'system' };

function post(id: number, number: number, fields: object) {
  const day = String(number).padStart(2, '0');
  return {
    id,
    post_number: number,
    post_type: 1,
    topic_id: 12,
    created_at: `2024-03-${day}T10:00:00.000Z`,
    updated_at: `2024-03-${day}T11:00:00.000Z`,
    cooked: `<p>Post ${number}</p>`,
    version: 1,
    reply_to_post_number: null,
    actions_summary: [],
    ...fields,
  };
}

const TOPIC = {
  id: 12,
  title: 'Which filter fits?',
  fancy_title: 'Which filter fits&hellip;',
  slug: 'which-filter-fits',
  created_at: '2024-03-01T10:00:00.000Z',
  last_posted_at: '2024-03-20T10:00:00.000Z',
  views: 321,
  closed: true,
  archived: false,
  visible: true,
  archetype: 'regular',
  category_id: 5,
  tags: [{ id: 1, name: 'filters', slug: 'filters' }, 'espresso'],
  accepted_answer: { post_number: 5, username: 'ben', excerpt: 'yes' },
};

const FIRST_PAGE = {
  ...TOPIC,
  post_stream: {
    stream: [100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 199],
    posts: [
      post(100, 1, {
        ...ANN,
        actions_summary: [
          { id: 2, count: 3 },
          { id: 3, count: 9 },
        ],
      }),
      post(101, 2, { ...BEN, actions_summary: [{ id: 2, count: 2 }], version: 2 }),
      post(102, 3, { ...ANN, reply_to_post_number: 2 }),
      post(103, 4, { ...BEN, reply_to_post_number: 3, actions_summary: [{ id: 2, count: 1 }] }),
      post(104, 5, { ...BEN, reply_to_post_number: 3, accepted_answer: true }),
      post(105, 6, { user_id: null, username: null, name: null, reply_to_post_number: 90 }),
      post(106, 7, { ...BEN, post_type: 3, action_code: 'closed.enabled' }),
    ],
  },
};

const SECOND_PAGE = {
  id: 12,
  post_stream: {
    posts: [
      post(106, 7, { ...BEN, post_type: 3, action_code: 'closed.enabled' }),
      post(107, 8, { ...BEN, post_type: 4 }),
      post(108, 9, { ...SYSTEM, post_type: 2 }),
      post(109, 10, { ...ANN, reply_to_post_number: 5, hidden: true }),
      post(110, 11, { ...BEN, user_deleted: true }),
    ],
  },
};

async function read(files: Readonly<Record<string, unknown>>) {
  const folder = new SourceFixture();
  for (const [name, value] of Object.entries(files)) {
    folder.write(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return FoundIn.all(new DiscourseSource(folder.path));
}

describe('a folder of Discourse topics', () => {
  let found: FoundIn;
  beforeAll(async () => {
    found = await read({
      '12.json': FIRST_PAGE,
      '12-posts.json.gz': SECOND_PAGE,
      'site.json': {
        categories: [
          { id: 5, name: 'Machines', slug: 'machines', description_text: 'All of them', position: 2 },
          { id: 6, name: 'Grinders', slug: 'grinders', parent_category_id: 5 },
        ],
      },
      'about.json': { about: {} },
    });
  });

  it('has no faults', () => expect(found.faults).toEqual([]));

  it('makes a question of the first post', () => {
    expect(found.of('topic')).toEqual([
      {
        kind: 'topic',
        externalId: '12',
        author: '7',
        body: { text: '<p>Post 1</p>', format: 'HTML' },
        createdAt: '2024-03-01T10:00:00.000Z',
        topicKind: 'QUESTION',
        title: 'Which filter fits?',
        products: ['5'],
        tags: ['filters', 'espresso'],
        meTooBase: 0,
        viewCount: 321,
        lastActivityAt: '2024-03-20T10:00:00.000Z',
        closedAt: '2024-03-07T10:00:00.000Z',
        closedReason: 'Closed in Discourse',
      },
    ]);
  });

  it('makes answers of replies to the topic, to posts that are not there, and of accepted ones', () => {
    expect(found.of('answer').map(({ externalId, author, byAsker }) => [externalId, author, byAsker])).toEqual([
      ['101', '8', 'COMMENT'],
      ['104', '8', 'COMMENT'],
      ['105', null, undefined],
      ['110', '8', 'COMMENT'],
    ]);
    expect(found.one('answer', '101')?.editedAt).toBe('2024-03-02T11:00:00.000Z');
    expect(found.one('answer', '110')?.state).toBe('RETRACTED');
  });

  it('makes comments of replies to replies, on the answer above', () => {
    expect(found.of('comment').map(({ externalId, on, state }) => [externalId, on, state])).toEqual([
      ['102', { post: '101' }, undefined],
      ['103', { post: '101' }, undefined],
      ['109', { post: '104' }, 'HIDDEN'],
    ]);
  });

  it('counts likes where they belong', () => {
    expect(found.of('vote')).toEqual([
      { kind: 'vote', on: { topic: '12' }, up: 3 },
      { kind: 'vote', on: { answer: '101' }, up: 2 },
      { kind: 'vote', on: { comment: '103' }, up: 1 },
    ]);
  });

  it('marks the accepted answer', () => {
    expect(found.of('mark')).toEqual([
      { kind: 'mark', mark: 'SOLVED', answer: '104', by: null, createdAt: '2024-03-05T10:00:00.000Z' },
    ]);
  });

  it('makes members of authors, once each', () => {
    expect(found.of('member')).toEqual([
      { kind: 'member', externalId: '7', name: 'Ann B', handle: 'ann.b', role: 'CUSTOMER' },
      { kind: 'member', externalId: '8', name: 'ben', handle: 'ben', role: 'EMPLOYEE', title: 'Helper' },
    ]);
  });

  it('makes products of categories', () => {
    expect(found.of('product').map(({ externalId, name, parent }) => [externalId, name, parent])).toEqual([
      ['5', 'Machines', undefined],
      ['6', 'Grinders', '5'],
    ]);
  });

  it('leaves out what nobody has written as a post, and counts it', () => {
    expect(found.leftOut).toEqual({
      notices: 1,
      whispers: 1,
      'moderator actions': 1,
      'posts that are in no file': 1,
      'files without topics': 1,
    });
  });

  it('leads old addresses to what became of them', () => {
    expect(found.redirects).toMatchObject({
      '/t/12': 'topic 12',
      '/p/100': 'topic 12',
      '/t/12/2': 'answer 101',
      '/p/102': 'comment 102',
      '/c/5': 'product 5',
      '/u/ann.b': 'member 7',
    });
  });
});

describe('a folder of Discourse topics with traps', () => {
  it('leaves out private messages and what the system alone has written', async () => {
    const found = await read({
      '1.json': { id: 1, title: 'Psst', archetype: 'private_message', post_stream: { posts: [post(1, 1, ANN)] } },
      '2.json': { id: 2, title: 'About', post_stream: { posts: [post(2, 1, SYSTEM)] } },
      '3.json': { id: 3, title: 'Welcome', post_stream: { posts: [post(3, 1, SYSTEM), post(4, 2, ANN)] } },
    });
    expect(found.leftOut).toEqual({ 'private messages': 1, 'posts of the system': 1, 'topics of the system': 1 });
    expect(found.of('topic').map(({ externalId, author }) => [externalId, author])).toEqual([['3', null]]);
    expect(found.of('answer').map(({ externalId }) => externalId)).toEqual(['4']);
  });

  it('reads several accepted answers, with who accepted them', async () => {
    const accepter = { id: 9, username: 'cy', name: 'Cy' };
    const found = await read({
      '1.json': {
        id: 1,
        title: 'Why?',
        accepted_answers: [{ id: 3, post_number: 3, accepter }],
        post_stream: { posts: [post(1, 1, ANN), post(3, 3, BEN)] },
      },
    });
    expect(found.of('mark')).toMatchObject([{ answer: '3', by: '9' }]);
    expect(found.one('member', '9')).toEqual({ kind: 'member', externalId: '9', name: 'Cy' });
  });

  it('takes votes for ideas, archives what is archived or unlisted, and counts people with the same question', async () => {
    const posts = { posts: [post(1, 1, ANN)] };
    const found = await read({
      '1.json': { id: 1, title: 'Idea', can_vote: true, vote_count: 4, visible: false, post_stream: posts },
      '2.json': { id: 2, title: 'Old', archived: true, me_too_count: 3, post_stream: { posts: [post(2, 1, ANN)] } },
    });
    expect(found.one('topic', '1')).toMatchObject({ topicKind: 'IDEA', archivedNote: 'Unlisted in Discourse' });
    expect(found.of('vote')).toEqual([{ kind: 'vote', on: { topic: '1' }, up: 4 }]);
    expect(found.one('topic', '2')).toMatchObject({ meTooBase: 2, closedAt: '2024-03-01T10:00:00.000Z' });
  });

  it('tells what is wrong with single posts and topics, and goes on', async () => {
    const found = await read({
      '1.json': {
        id: 1,
        title: null,
        post_stream: { posts: [post(1, 1, ANN), null, 7, { id: 'x' }, post(3, 3, { ...BEN, created_at: 'soon' })] },
      },
      '2.json': { id: 2, title: 'No beginning', post_stream: { posts: [post(9, 2, BEN)] } },
      '3.json': { id: 3, title: 'Good', tags: null, actions_summary: 'x', post_stream: { posts: [post(5, 1, ANN)] } },
      '4.json': {
        id: 4,
        title: 'Round',
        post_stream: {
          posts: [
            post(6, 1, ANN),
            post(7, 2, { ...BEN, reply_to_post_number: 3 }),
            post(8, 3, { ...BEN, reply_to_post_number: 2 }),
          ],
        },
      },
    });
    expect(found.faults).toEqual([
      '1.json:2: This must be an object with fields.',
      '1.json:3: This must be an object with fields.',
      '1.json:4: The field post_number is missing.',
      '1.json:1: The field title is missing. (1)',
      '1.json:5: The field created_at must be a date. (3)',
      '2.json:1: The first post of the topic is missing. (2)',
    ]);
    expect(found.of('topic').map(({ externalId }) => externalId)).toEqual(['3', '4']);
    expect(found.one('answer', '7')).toBeDefined();
    expect(found.one('comment', '8')?.on).toEqual({ post: '7' });
  });

  it.each([
    ['a broken file', { '1.json': FIRST_PAGE, '2.json': '{"id":2,' }, /2\.json.*not JSON/],
    ['no topic', { 'site.json': { categories: [] } }, /No file holds a topic/],
  ])('refuses %s before anything is given', async (_, files, message) => {
    await expect(read(files)).rejects.toThrow(SourceFault);
    await expect(read(files)).rejects.toThrow(message);
  });

  it('gives the same again, and tells how far it is', async () => {
    const folder = new SourceFixture();
    folder.write('12.json', JSON.stringify(FIRST_PAGE));
    const source = new DiscourseSource(folder.path);
    const first = await FoundIn.all(source);
    expect(source.progress()).toBe(1);
    expect(await FoundIn.all(source)).toEqual(first);
  });
});
