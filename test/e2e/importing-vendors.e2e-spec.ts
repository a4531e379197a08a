import { DiscourseSource, GetSatisfactionSource, KhorosSource, ZendeskSource, type Source } from '@app/interchange';
import { counterDrift } from '../support/counter-drift';
import { importFrom, type Imported } from '../support/interchange/import-folder';
import { realData } from '../support/real-data';
import { SourceFixture } from '../support/source-fixture';
import { TestApp } from '../support/test-app';

const REAL = realData('getsatisfaction-autocad360');

function folderOf(files: Readonly<Record<string, unknown>>): string {
  const folder = new SourceFixture();
  for (const [name, value] of Object.entries(files)) {
    folder.write(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return folder.path;
}

const ANN = { id: 1, name: 'Ann', at_sfn: 'http://getsatisfaction.com/people/ann', employee: false };
const BEN = {
  id: 2,
  name: 'Ben',
  at_sfn: 'http://getsatisfaction.com/people/ben',
  employee: true,
  title: 'Official Rep',
};
const GETSATISFACTION = {
  'topics.json': {
    total: 1,
    data: [
      {
        id: 10,
        subject: 'It whistles',
        content: 'Why?\r<br />\nIt <b>never</b> did.',
        style: 'problem',
        status: 'active',
        author: ANN,
        created_at: '2013/07/16 10:02:02 +0000',
        me_too_count: 4,
        at_sfn: 'http://getsatisfaction.com/acme/topics/it_whistles',
        products: [{ id: 5, name: 'Kettle' }],
        keywords: ['noise'],
        emotitag: { face: 'sad', feeling: 'annoyed' },
      },
    ],
  },
  'replies.json': [
    {
      id: 10,
      topic_id: 10,
      content: 'The lid is loose.',
      author: BEN,
      employee: true,
      created_at: '2013/07/16 11:00:00 +0000',
      company_promoted: true,
      star_count: 3,
      comments: [{ id: 11, content: 'Is it?', author: ANN, created_at: '2013/07/16 12:00:00 +0000' }],
    },
    { id: 12, topic_id: 10, content: 'That was it.', author: ANN, created_at: '2013/07/17 11:00:00 +0000' },
  ],
};

const DISCOURSE = {
  '12.json': {
    id: 12,
    title: 'It whistles',
    category_id: 5,
    tags: [{ name: 'noise' }],
    views: 9,
    post_stream: {
      posts: [
        {
          id: 100,
          post_number: 1,
          user_id: 1,
          username: 'ann',
          cooked: '<p>Why? <img class="emoji" alt=":cry:" src="/x.png"></p>',
          created_at: '2024-03-01T10:00:00Z',
          actions_summary: [{ id: 2, count: 4 }],
        },
        {
          id: 101,
          post_number: 2,
          user_id: 2,
          username: 'ben',
          staff: true,
          cooked:
            '<aside class="quote" data-username="ann"><div class="title">ann:</div><blockquote><p>Why?</p></blockquote></aside><p>The lid.</p>',
          created_at: '2024-03-01T11:00:00Z',
          accepted_answer: true,
          actions_summary: [{ id: 2, count: 3 }],
        },
        {
          id: 102,
          post_number: 3,
          user_id: 1,
          username: 'ann',
          cooked: '<p>Is it?</p>',
          created_at: '2024-03-01T12:00:00Z',
          reply_to_post_number: 2,
        },
        {
          id: 103,
          post_number: 4,
          user_id: 1,
          username: 'ann',
          cooked: '<p>It was.</p>',
          created_at: '2024-03-01T13:00:00Z',
        },
      ],
    },
  },
};

const ZENDESK = {
  'topics.csv': 'id,name\n5,Kettles\n',
  'users.csv': 'id,email,name\n1,ann@example.com,Ann\n2,,Ben\n',
  'posts.json': {
    posts: [
      {
        id: 10,
        title: 'It whistles',
        details: '<p>Why?</p>',
        author_id: 1,
        topic_id: 5,
        status: 'answered',
        vote_sum: 4,
        vote_count: 4,
        created_at: '2022-01-01T10:00:00Z',
        html_url: 'https://x.example.com/hc/en-us/community/posts/10-It',
      },
    ],
  },
  'comments.json': {
    comments: [
      {
        id: 20,
        post_id: 10,
        body: '<p>The lid.</p>',
        author_id: 2,
        official: true,
        vote_sum: 3,
        vote_count: 3,
        created_at: '2022-01-01T11:00:00Z',
      },
      {
        id: 21,
        post_id: 10,
        body: '<p>Is it?</p>',
        author_id: 1,
        vote_sum: 1,
        vote_count: 1,
        created_at: '2022-01-01T12:00:00Z',
      },
      { id: 22, post_id: 10, body: '<p>It was.</p>', author_id: 1, created_at: '2022-01-01T13:00:00Z' },
    ],
  },
};

const KHOROS = {
  'nodes.csv': 'node_id,display_id,position,parent_node_id\n11,kettles,0,2\n',
  'users.csv': 'id,nlogin,email,registration_time\n1,ann,,\n2,ben,,\n',
  'tag_events_score_message.csv': 'source_id,target_id\n1,501\n2,501\n3,501\n',
  'message2.csv': [
    'unique_id,id,root_id,parent_id,node_id,user_id,subject,body,post_date,views,deleted,attributes',
    '500,1,1,0,11,1,It whistles,<p>Why?</p>,1262304000000,7,0,0',
    '501,2,1,1,11,2,Re,"<p>The lid, <li-user uid=""1"" login=""ann""></li-user>.</p>",1262307600000,0,0,16384',
    '502,3,1,2,11,1,Re,<p>Is it?</p>,1262311200000,0,0,0',
    '503,4,1,3,11,1,Re,<p>It was.</p>,1262314800000,0,0,0',
  ].join('\n'),
};

interface Expected {
  readonly topic: object;
  readonly body: string;
  readonly redirect: readonly [path: string, target: string];
}

const SOURCES: readonly (readonly [string, () => Source, Expected])[] = [
  [
    'getsatisfaction',
    () => new GetSatisfactionSource(folderOf(GETSATISFACTION)),
    {
      topic: { kind: 'PROBLEM', status: 'ACTIVE', resolution: 'SOLVED', me_too_base: 3, sentiment_face: 'SAD' },
      body: 'Why?\nIt **never** did.',
      redirect: ['/acme/topics/it_whistles', 'TOPIC'],
    },
  ],
  [
    'discourse',
    () => new DiscourseSource(folderOf(DISCOURSE)),
    {
      topic: { kind: 'QUESTION', resolution: 'SOLVED', resolved_by: 'ASKER', view_count: 9 },
      body: 'Why? :cry:',
      redirect: ['/t/12/3', 'COMMENT'],
    },
  ],
  [
    'zendesk',
    () => new ZendeskSource(folderOf(ZENDESK)),
    {
      topic: { kind: 'QUESTION', status: 'COMPLETE', resolution: 'SOLVED', resolved_by: 'STAFF' },
      body: 'Why?',
      redirect: ['/hc/community/comments/20', 'ANSWER'],
    },
  ],
  [
    'khoros',
    () => new KhorosSource(folderOf(KHOROS)),
    {
      topic: { kind: 'QUESTION', resolution: 'SOLVED', resolved_by: 'ASKER', view_count: 7 },
      body: 'Why?',
      redirect: ['/t5/m-p/501', 'ANSWER'],
    },
  ],
];

describe('communities of other systems', () => {
  let house: TestApp;
  beforeAll(async () => {
    house = await TestApp.start();
  });
  afterAll(() => house.stop());

  describe.each(SOURCES)('%s', (slug, open, { topic, body, redirect }) => {
    let imported: Imported;
    let source: Source;
    beforeAll(async () => {
      source = open();
      imported = await importFrom(house.database.ownerUrl, source, slug);
    });

    const rows = (query: string) =>
      house.founder.sql<Record<string, unknown>>(imported.communityId, query, [imported.communityId]);

    it('comes whole: a topic with one answer and its comments', async () => {
      expect([imported.rejected, imported.rejects, imported.leftOut]).toEqual([[], [], []]);
      expect(await rows('SELECT * FROM topics WHERE community_id = $1')).toMatchObject([
        { title: 'It whistles', answer_count: 1, reply_count: 3, ...topic },
      ]);
      expect(await rows('SELECT star_count, state FROM answers WHERE community_id = $1')).toEqual([
        { star_count: 3, state: 'VISIBLE' },
      ]);
      expect(await rows('SELECT body FROM topics WHERE community_id = $1')).toEqual([{ body }]);
      expect(await rows('SELECT name FROM products WHERE community_id = $1')).toHaveLength(1);
      expect(await rows('SELECT id FROM members WHERE community_id = $1 AND user_id IS NULL')).not.toHaveLength(0);
    });

    it('has exact counters', async () => {
      expect(await counterDrift(house.founder, imported.communityId)).toEqual([]);
    });

    it('leads old addresses on', async () => {
      const all = await rows('SELECT path, target FROM redirects WHERE community_id = $1');
      expect(all).toContainEqual({ path: redirect[0], target: redirect[1] });
    });

    it('is the same when it is imported again', async () => {
      const again = await importFrom(house.database.ownerUrl, open(), slug);
      for (const [kind, outcome] of Object.entries(again.kinds)) {
        expect([kind, outcome.added, outcome.updated, outcome.kept]).toEqual([kind, 0, 0, 0]);
      }
      expect(again.rejected).toEqual([]);
    });
  });

  (REAL ? describe : describe.skip)('a real one', () => {
    it('comes whole', async () => {
      const imported = await importFrom(house.database.ownerUrl, new GetSatisfactionSource(REAL ?? ''), 'autocad');
      expect(imported.rejected).toEqual([]);
      expect(imported.kinds.topic?.added).toBe(322);
      expect(imported.kinds.member?.added).toBe(307);
      expect(imported.differing.count).toBe(0);
      expect(await counterDrift(house.founder, imported.communityId)).toEqual([]);
    });
  });
});
