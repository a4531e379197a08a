import { FoundIn } from '../../../../../test/support/found-in';
import { SourceFixture } from '../../../../../test/support/source-fixture';
import { StackExchangeSource, type StackExchangeOptions } from './stack-exchange.source';

type Row = Readonly<Record<string, string | number>>;

function table(root: string, rows: readonly Row[]): string {
  const escape = (value: string | number) =>
    String(value).replace(/[&<>"\n]/g, (character) => `&#${character.charCodeAt(0)};`);
  const lines = rows.map((row) => {
    const attributes = Object.entries(row).map(([name, value]) => `${name}="${escape(value)}"`);
    return `  <row ${attributes.join(' ')} />\n`;
  });
  return `\uFEFF<?xml version="1.0" encoding="utf-8"?>\n<${root}>\n${lines.join('')}</${root}>`;
}

const AT = '2014-01-21T20:26:05.383';
const QUESTION = { PostTypeId: 1, CreationDate: AT, Body: '<p>?</p>', OwnerUserId: 1, Title: 'Why?', Tags: '<hops>' };
const ANSWER = { PostTypeId: 2, CreationDate: AT, Body: '<p>!</p>', OwnerUserId: 2 };

class Dump extends SourceFixture {
  constructor(tables: Readonly<Record<string, readonly Row[]>>) {
    super();
    for (const [name, rows] of Object.entries({ Users: [], Posts: [], ...tables })) {
      this.write(`${name}.xml`, table(name.toLowerCase(), rows));
    }
  }

  read(options?: StackExchangeOptions): Promise<FoundIn> {
    return FoundIn.all(new StackExchangeSource(this.path, options));
  }
}

describe('StackExchangeSource', () => {
  it('takes questions and answers over, with what their old addresses lead to', async () => {
    const dump = new Dump({
      Posts: [
        {
          ...QUESTION,
          Id: 1,
          Tags: '<hops><beer-101>',
          ViewCount: 12,
          LastEditDate: '2014-02-01T00:00:00.1',
          LastActivityDate: '2014-03-01T00:00:00',
          Body: '<p>a &amp; b</p>\n',
        },
        { ...ANSWER, Id: 2, ParentId: 1, CommunityOwnedDate: AT },
        { ...QUESTION, Id: 3, Tags: '|a|c++|', ClosedDate: '2014-05-01T10:00:00.000' },
      ],
    });
    const { records, faults } = await dump.read();
    expect(faults).toEqual([]);
    expect(records).toEqual([
      {
        kind: 'topic',
        topicKind: 'QUESTION',
        externalId: '1',
        author: '1',
        title: 'Why?',
        body: { text: '<p>a &amp; b</p>\n', format: 'HTML' },
        tags: ['hops', 'beer-101'],
        viewCount: 12,
        createdAt: '2014-01-21T20:26:05.383Z',
        editedAt: '2014-02-01T00:00:00.100Z',
        lastActivityAt: '2014-03-01T00:00:00.000Z',
        mergedInto: null,
      },
      { kind: 'redirect', path: '/questions/1', to: { topic: '1' } },
      { kind: 'redirect', path: '/q/1', to: { topic: '1' } },
      {
        kind: 'answer',
        topic: '1',
        externalId: '2',
        author: '2',
        body: { text: '<p>!</p>', format: 'HTML' },
        createdAt: '2014-01-21T20:26:05.383Z',
        editedAt: null,
      },
      { kind: 'redirect', path: '/a/2', to: { answer: '2' } },
      expect.objectContaining({
        tags: ['a', 'c++'],
        closedAt: '2014-05-01T10:00:00.000Z',
        closedReason: null,
      }),
      expect.anything(),
      expect.anything(),
    ]);
  });

  it('takes accounts over as members without address, reputation or rights', async () => {
    const dump = new Dump({
      Users: [
        { Id: -1, DisplayName: 'Community', CreationDate: AT },
        { Id: 7, DisplayName: 'Ann  Lee', CreationDate: AT, AboutMe: '<p>hi</p>', Reputation: 9, Location: 'here' },
        { Id: 8, CreationDate: AT, WebsiteUrl: '' },
        { Id: 9, DisplayName: 'x', CreationDate: 'never' },
      ],
    });
    const found = await dump.read();
    const createdAt = '2014-01-21T20:26:05.383Z';
    expect(found.records).toEqual([
      { kind: 'member', externalId: '7', name: 'Ann Lee', bio: { text: '<p>hi</p>', format: 'HTML' }, createdAt },
      { kind: 'redirect', path: '/users/7', to: { member: '7' } },
      { kind: 'member', externalId: '8', name: 'user8', createdAt },
      { kind: 'redirect', path: '/users/8', to: { member: '8' } },
    ]);
    expect(found.faults).toEqual(['Users.xml:6: The field CreationDate must be a date. (9)']);
    expect(found.leftOut).toEqual({
      'the account that owns community posts': 1,
      'reputations of users': 1,
      'locations of users': 1,
      'web addresses of users': 1,
    });
  });

  it('makes a member of the name of somebody whose account is gone, once', async () => {
    const dump = new Dump({
      Posts: [
        { ...QUESTION, Id: 1, OwnerUserId: '', OwnerDisplayName: 'user90' },
        { ...ANSWER, Id: 2, ParentId: 1, OwnerUserId: -1 },
        { ...ANSWER, Id: 3, ParentId: 1, OwnerUserId: 5, OwnerDisplayName: 'user90' },
      ],
      Comments: [
        { Id: 1, PostId: 1, Text: 'a', CreationDate: AT, UserDisplayName: 'user90' },
        { Id: 2, PostId: 1, Text: 'a', CreationDate: AT },
      ],
    });
    const found = await dump.read();
    expect(found.of('member')).toEqual([{ kind: 'member', externalId: 'name:user90', name: 'user90' }]);
    expect(found.of('topic')[0]?.author).toBe('name:user90');
    expect(found.of('answer').map(({ author }) => author)).toEqual([null, '5']);
    expect(found.of('comment').map(({ author }) => author)).toEqual(['name:user90', null]);
  });

  it('leaves out and counts what is no part of a conversation', async () => {
    const dump = new Dump({
      Posts: [
        { ...QUESTION, Id: 1 },
        { Id: 2, PostTypeId: 4, Body: 'wiki' },
        { Id: 3, PostTypeId: 5, Body: 'wiki' },
        { Id: 4, PostTypeId: 99 },
      ],
      Tags: [{ Id: 1, TagName: 'hops', Count: 1, WikiPostId: 3 }],
      Comments: [
        { Id: 1, PostId: 3, Text: 'on a wiki', CreationDate: AT },
        { Id: 2, PostId: 77, Text: 'on nothing', CreationDate: AT },
      ],
      Votes: [
        { Id: 1, PostId: 1, VoteTypeId: 5, UserId: 3, CreationDate: AT },
        { Id: 2, PostId: 3, VoteTypeId: 2, CreationDate: AT },
        { Id: 3, PostId: 77, VoteTypeId: 3, CreationDate: AT },
        { Id: 4, PostId: 1, VoteTypeId: 88, CreationDate: AT },
      ],
      Badges: [{ Id: 1 }, { Id: 2 }],
      PostHistory: [{ Id: 1 }],
    });
    const found = await dump.read();
    expect(found.counts).toEqual({ topic: 1, redirect: 2, tag: 1 });
    expect(found.of('tag')).toEqual([{ kind: 'tag', externalId: 'hops', name: 'hops' }]);
    expect(found.faults).toEqual(['Comments.xml:4: The post that it is on is not in the dump. (2)']);
    expect(found.leftOut).toEqual({
      'excerpts of tag wikis': 1,
      'tag wikis': 1,
      'posts of type 99': 1,
      'comments on posts that are left out': 1,
      favourites: 1,
      'votes on posts that are left out': 1,
      'votes on posts that are not in the dump': 1,
      'votes of type 88': 1,
      badges: 2,
      'the file PostHistory.xml': 1,
    });
  });

  it('takes comments over as inline Markdown, with their scores', async () => {
    const dump = new Dump({
      Posts: [
        { ...QUESTION, Id: 1 },
        { ...ANSWER, Id: 2, ParentId: 1 },
      ],
      Comments: [
        { Id: 5, PostId: 1, Score: 3, Text: '- *no* list, `a < b`', CreationDate: AT, UserId: 4 },
        { Id: 6, PostId: 2, Score: 0, Text: '[it](https://example.com)', CreationDate: AT, UserId: 4 },
      ],
    });
    const { records } = await dump.read();
    const common = { kind: 'comment', author: '4', createdAt: '2014-01-21T20:26:05.383Z' };
    expect(records.slice(-3)).toEqual([
      { ...common, externalId: '5', on: { topic: '1' }, body: { text: '\\- *no* list, `a < b`', format: 'MARKDOWN' } },
      { kind: 'vote', on: { comment: '5' }, up: 3 },
      {
        ...common,
        externalId: '6',
        on: { answer: '2' },
        body: { text: '[it](https://example.com)', format: 'MARKDOWN' },
      },
    ]);
  });

  it('counts votes by the day, and dates marks by the vote that accepted', async () => {
    const day = '2014-02-03T00:00:00.000';
    const dump = new Dump({
      Posts: [
        { ...QUESTION, Id: 1, AcceptedAnswerId: 2, Score: 5 },
        { ...ANSWER, Id: 2, ParentId: 1 },
        { ...QUESTION, Id: 3, AcceptedAnswerId: 4 },
        { ...ANSWER, Id: 4, ParentId: 3, CreationDate: '2015-01-01T00:00:01' },
        { ...QUESTION, Id: 5, AcceptedAnswerId: 99 },
        { ...ANSWER, Id: 6, ParentId: 5 },
      ],
      Votes: [
        { Id: 1, PostId: 1, VoteTypeId: 2, CreationDate: day },
        { Id: 2, PostId: 2, VoteTypeId: 3, CreationDate: day },
        { Id: 3, PostId: 2, VoteTypeId: 1, CreationDate: day },
        { Id: 4, PostId: 2, VoteTypeId: 1, CreationDate: day },
        { Id: 5, PostId: 6, VoteTypeId: 1, CreationDate: day },
        { Id: 6, PostId: 99, VoteTypeId: 1, CreationDate: day },
      ],
    });
    const found = await dump.read();
    expect(found.of('vote')).toEqual([
      { kind: 'vote', on: { topic: '1' }, day: '2014-02-03', up: 1 },
      { kind: 'vote', on: { answer: '2' }, day: '2014-02-03', down: 1 },
    ]);
    expect(found.of('mark')).toEqual([
      { kind: 'mark', mark: 'SOLVED', answer: '2', createdAt: '2014-02-03T23:59:59.999Z' },
      { kind: 'mark', mark: 'SOLVED', answer: '4', createdAt: '2015-01-01T00:00:01.000Z' },
    ]);
    expect(found.leftOut).toEqual({
      'answers that are accepted no more': 2,
      'votes on posts that are not in the dump': 1,
      'accepted answers that are not in the dump': 1,
    });
  });

  it('takes scores for votes where there is no file of them', async () => {
    const dump = new Dump({
      Posts: [
        { ...QUESTION, Id: 1, Score: 5, AcceptedAnswerId: 2 },
        { ...ANSWER, Id: 2, ParentId: 1, Score: -2 },
        { ...ANSWER, Id: 3, ParentId: 1, Score: 0 },
      ],
    });
    const found = await dump.read();
    expect(found.of('vote')).toEqual([
      { kind: 'vote', on: { topic: '1' }, up: 5 },
      { kind: 'vote', on: { answer: '2' }, down: 2 },
    ]);
    expect(found.of('mark')).toHaveLength(1);
  });

  const closed = { ClosedDate: '2014-05-01T10:00:00.000' };
  const duplicates = {
    Posts: [
      { ...QUESTION, Id: 1, Title: 'First', ...closed },
      { ...QUESTION, Id: 2, Title: 'Second' },
      { ...QUESTION, Id: 3, Title: 'Third', ...closed },
      { ...ANSWER, Id: 4, ParentId: 3 },
      { ...QUESTION, Id: 5, Title: 'Round', ...closed },
      { ...QUESTION, Id: 6, Title: 'And round' },
    ],
    Comments: [
      { Id: 1, PostId: 3, Text: 'a', CreationDate: AT },
      { Id: 2, PostId: 4, Text: 'b', CreationDate: AT },
    ],
    PostLinks: [
      { Id: 1, CreationDate: AT, PostId: 3, RelatedPostId: 1, LinkTypeId: 3 },
      { Id: 2, CreationDate: AT, PostId: 1, RelatedPostId: 2, LinkTypeId: 3 },
      { Id: 3, CreationDate: AT, PostId: 3, RelatedPostId: 6, LinkTypeId: 3 },
      { Id: 4, CreationDate: AT, PostId: 3, RelatedPostId: 1, LinkTypeId: 1 },
      { Id: 5, CreationDate: AT, PostId: 2, RelatedPostId: 6, LinkTypeId: 1 },
      { Id: 6, CreationDate: AT, PostId: 5, RelatedPostId: 6, LinkTypeId: 3 },
      { Id: 7, CreationDate: AT, PostId: 6, RelatedPostId: 5, LinkTypeId: 3 },
      { Id: 8, CreationDate: AT, PostId: 2, RelatedPostId: 77, LinkTypeId: 3 },
      { Id: 9, CreationDate: AT, PostId: 4, RelatedPostId: 2, LinkTypeId: 1 },
      { Id: 10, CreationDate: AT, PostId: 2, RelatedPostId: 1, LinkTypeId: 42 },
    ],
  };
  const createdAt = '2014-01-21T20:26:05.383Z';
  const link = (topic: string, linked: string, kind: string) => ({
    kind: 'link',
    topic,
    linked,
    link: kind,
    createdAt,
  });

  it('links duplicates, and closes them with what they repeat', async () => {
    const found = await new Dump(duplicates).read();
    expect(found.of('link')).toEqual([
      link('3', '1', 'DUPLICATE'),
      link('1', '2', 'DUPLICATE'),
      link('3', '6', 'DUPLICATE'),
      link('2', '6', 'RELATED'),
      link('5', '6', 'DUPLICATE'),
      link('6', '5', 'DUPLICATE'),
    ]);
    expect(found.of('topic').map(({ closedReason }) => closedReason)).toEqual([
      'Duplicate of question 2',
      undefined,
      'Duplicate of “First” and question 6',
      'Duplicate of question 6',
      undefined,
    ]);
    expect(found.of('answer')[0]).not.toHaveProperty('movedFrom');
    expect(found.leftOut).toEqual({
      'links beside one that says more': 1,
      'links of posts that are not in the dump': 1,
      'links of posts other than questions': 1,
      'links of type 42': 1,
    });
  });

  it('merges duplicates where it is told to, to the end of a chain and never in a circle', async () => {
    const found = await new Dump(duplicates).read({ duplicates: 'merge' });
    expect(found.of('merge')).toEqual([
      { kind: 'merge', externalId: '1', source: '3', target: '2', createdAt },
      { kind: 'merge', externalId: '2', source: '1', target: '2', createdAt },
    ]);
    expect(found.of('link')).toEqual([
      link('3', '6', 'DUPLICATE'),
      link('2', '6', 'RELATED'),
      link('5', '6', 'DUPLICATE'),
      link('6', '5', 'DUPLICATE'),
    ]);
    expect(found.of('topic').map(({ mergedInto }) => mergedInto)).toEqual(['2', null, '2', null, null]);
    expect(found.of('topic')[0]?.closedReason).toBe('Duplicate of “Second”');
    expect(found.of('answer')).toEqual([expect.objectContaining({ externalId: '4', topic: '2', movedFrom: '3' })]);
    expect(found.of('comment')).toEqual([
      expect.objectContaining({ on: { topic: '2' }, movedFrom: '3' }),
      expect.objectContaining({ on: { answer: '4' } }),
    ]);
  });

  it('gives the same twice, gzipped or not, and says how far it is', async () => {
    const dump = new Dump(duplicates);
    const gzipped = new SourceFixture();
    for (const [name, rows] of Object.entries({ Users: [], ...duplicates })) {
      gzipped.write(`${name}.xml.gz`, table(name.toLowerCase(), rows));
    }
    const source = new StackExchangeSource(gzipped.path, { site: 'https://beer.example.com', origin: 'beer' });
    expect([source.origin, source.baseUrl]).toEqual(['beer', 'https://beer.example.com']);
    expect(source.progress()).toBe(0);
    const found = await FoundIn.all(source);
    expect(found.records).toEqual((await dump.read()).records);
    expect(source.progress()).toBe(1);
    expect((await source.files()).map(({ path }) => path.split('/').pop())).toEqual([
      'Users.xml.gz',
      'Posts.xml.gz',
      'Comments.xml.gz',
      'PostLinks.xml.gz',
    ]);
  });

  it('says what is wrong with the dump before it gives anything', async () => {
    const empty = new SourceFixture();
    await expect(new StackExchangeSource(empty.path).files()).rejects.toThrow(/^Users.xml: There is no such file/);
    const wrong = new Dump({});
    wrong.write('Posts.xml', table('users', []));
    await expect(new StackExchangeSource(wrong.path).files()).rejects.toThrow(/begins with <users>, not with <posts>/);
  });

  it('gives what a cut file holds before it says where it is cut', async () => {
    const dump = new Dump({});
    const rows = [1, 2, 3].map((Id) => ({ ...QUESTION, Id }));
    dump.write('Posts.xml', table('posts', rows).slice(0, -60));
    const seen: unknown[] = [];
    const read = async () => {
      for await (const found of new StackExchangeSource(dump.path).records()) seen.push(found);
    };
    await expect(read()).rejects.toThrow('Posts.xml, line 5: The file ends in the middle. Fetch it again.');
    expect(seen).toHaveLength(2 * 3);
  });
});
