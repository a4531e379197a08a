import { FoundIn } from '../../../../../test/support/found-in';
import { SourceFixture } from '../../../../../test/support/source-fixture';
import { SourceFault } from '../source.fault';
import { KhorosSource } from './khoros.source';

const MESSAGES =
  'unique_id,id,root_id,parent_id,node_id,user_id,subject,body,post_date,views,deleted,row_version,attributes';

const TABLES = {
  'nodes.csv': [
    'node_id,display_id,position,parent_node_id,type_id',
    '1,root,0,NULL,1',
    '11,printers,2,10,3',
    '10,hardware,1,2,2',
    '12,lasers,0,11,3',
    '13,colour-lasers,0,12,3',
    '14,NULL,-1,14,3',
  ].join('\n'),
  'settings.csv':
    'node_id,param,nvalue\n10,category.title,Hardware\n11,board.title,"Printers, all"\n11,board.description,Nothing\n12,board.title,\\N\n',
  'users.csv': [
    'id,nlogin,login_canon,email,email_lower,registration_time,sso_id',
    '1,Ann,ann,ann@example.com,ann@example.com,1262304000000,NULL',
    '2,Ben,ben,NULL,NULL,2010-02-01 00:00:00,NULL',
    '3,NULL,NULL,,,NULL,NULL',
    'NULL,Ghost,ghost,,,0,NULL',
    '4,Soon,soon,,,1262304000,NULL',
  ].join('\n'),
  'tags_label.csv': 'tag_id,tag_text\n5,Paper\n6,"Toner, black"\n7,NULL\n',
  'tag_events_label_message.csv': 'target_id,tag_id\n500,5\n500,6\n500,6\n500,7\n500,99\nx,5\n',
  'tag_events_score_message.csv':
    'source_id,target_id,row_version\n1,501,1\n2,501,2\n2,501,3\n1,503,4\n2,500,5\n2,999,5\n,501,1\n',
  'message2.csv.gz': [
    MESSAGES,
    '500,1,1,0,11,1,Jams &amp; more,"<p>Hi <li-user uid=""2"" login=""Ben""></li-user>,',
    'it jams</p>",1262304000000,77,0,1,2',
    '501,2,1,1,11,2,Re: Jams,<p>Turn it off</p>,1262307600000,0,0,1,16384',
    '502,3,1,2,11,1,Re: Jams,<p>Thanks</p>,1262311200000,0,0,1,0',
    '503,4,1,3,11,2,Re: Jams,<p>Welcome</p>,1262314800000,0,0,1,0',
    '504,5,1,4,11,99,Re: Jams,<p>So it is</p>,1262318400000,0,0,1,16386',
    '505,6,1,1,11,-1,Re: Jams,<p>Spam</p>,1262322000000,0,1,1,0',
    '600,1,1,0,12,3,Same id in another node,<p>x</p>,2010-01-02 00:00:00,NULL,0,1,NULL',
    '601,2,1,NULL,12,1,Re,<p>y</p>,1262400000000,0,0,1,0',
    '602,3,3,0,99,1,In no node,<p>z</p>,1262400000000,0,0,1,0',
    '603,4,4,0,12,1,,<p>z</p>,1262400000000,0,0,1,0',
    '604,5,5,0,12,1,No date,<p>z</p>,NULL,0,0,1,0',
    '605,6,6,0,12,1,Odd bits,<p>z</p>,1262400000000,0,0,1,many',
    '606,NULL,6,0,12,1,No id,<p>z</p>,1262400000000,0,0,1,0',
    '607,7,7,0,12,1,Seconds,<p>z</p>,1262400,0,0,1,0',
  ].join('\n'),
  'tblia_notes_content.csv': 'note_id,subject\n1,Private\n',
};

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = new SourceFixture();
  for (const [name, content] of Object.entries(files)) folder.write(name, content);
  return folder.path;
}

describe('the tables of a Khoros community', () => {
  let found: FoundIn;
  beforeAll(async () => {
    found = await FoundIn.all(new KhorosSource(folderOf(TABLES)));
  });

  it('give topics with their labels, views and kudos, closed where they were closed', () => {
    expect(found.one('topic', '11/1')).toEqual({
      kind: 'topic',
      externalId: '11/1',
      author: '1',
      body: { text: '<p>Hi @Ben,\nit jams</p>', format: 'HTML' },
      createdAt: '2010-01-01T00:00:00.000Z',
      topicKind: 'QUESTION',
      title: 'Jams & more',
      products: ['11'],
      tags: ['Paper', 'Toner, black'],
      viewCount: 77,
      closedAt: '2010-01-01T00:00:00.000Z',
      closedReason: 'Closed in Khoros',
    });
  });

  it('tell messages of different nodes apart by their ids there', () => {
    expect(found.of('topic').map(({ externalId, title, products }) => [externalId, title, products])).toEqual([
      ['11/1', 'Jams & more', ['11']],
      ['12/1', 'Same id in another node', ['12']],
      ['99/3', 'In no node', []],
    ]);
    expect(found.one('topic', '12/1')).toMatchObject({
      author: '3',
      createdAt: '2010-01-02T00:00:00.000Z',
      viewCount: 0,
    });
  });

  it('give answers, and comments of replies to replies unless they are solutions', () => {
    expect(
      found.of('answer').map(({ externalId, topic, author, byAsker }) => [externalId, topic, author, byAsker]),
    ).toEqual([
      ['11/2', '11/1', '2', 'COMMENT'],
      ['11/5', '11/1', null, undefined],
      ['11/6', '11/1', null, undefined],
      ['12/2', '12/1', '1', 'COMMENT'],
    ]);
    expect(found.of('comment').map(({ externalId, on }) => [externalId, on])).toEqual([
      ['11/3', { post: '11/2' }],
      ['11/4', { post: '11/3' }],
    ]);
    expect(found.one('answer', '11/6')).toMatchObject({ state: 'REMOVED', stateReason: 'Deleted in Khoros' });
  });

  it('mark every solution', () => {
    expect(found.of('mark')).toEqual([
      { kind: 'mark', mark: 'SOLVED', answer: '11/2', createdAt: '2010-01-01T01:00:00.000Z' },
      { kind: 'mark', mark: 'SOLVED', answer: '11/5', createdAt: '2010-01-01T04:00:00.000Z' },
    ]);
  });

  it('count kudos by the people they are from', () => {
    expect(found.of('vote')).toEqual([
      { kind: 'vote', on: { topic: '11/1' }, up: 1 },
      { kind: 'vote', on: { answer: '11/2' }, up: 2 },
      { kind: 'vote', on: { comment: '11/4' }, up: 1 },
    ]);
  });

  it('make products of nodes, at most three deep', () => {
    expect(
      found.of('product').map(({ externalId, name, parent, position }) => [externalId, name, parent, position]),
    ).toEqual([
      ['11', 'Printers, all', '10', 2],
      ['10', 'Hardware', undefined, 1],
      ['12', 'lasers', '11', 0],
      ['13', 'colour-lasers', '11', 0],
      ['14', 'Board 14', undefined, 0],
    ]);
  });

  it('make members of users', () => {
    expect(found.of('member')).toEqual([
      {
        kind: 'member',
        externalId: '1',
        name: 'Ann',
        handle: 'Ann',
        email: 'ann@example.com',
        createdAt: '2010-01-01T00:00:00.000Z',
      },
      { kind: 'member', externalId: '2', name: 'Ben', handle: 'Ben', createdAt: '2010-02-01T00:00:00.000Z' },
      { kind: 'member', externalId: '3', name: 'Member 3' },
      { kind: 'member', externalId: '4', name: 'Soon', handle: 'Soon' },
    ]);
  });

  it('lead old addresses on', () => {
    expect(found.redirects).toMatchObject({
      '/t5/m-p/500': 'topic 11/1',
      '/t5/m-p/501': 'answer 11/2',
      '/t5/m-p/502': 'comment 11/3',
      '/t5/bd-p/printers': 'product 11',
      '/t5/user/viewprofilepage/user-id/1': 'member 1',
    });
  });

  it('tell what is wrong with rows, and what is left out', () => {
    expect(found.faults).toEqual([
      'users.csv:5: The field id is missing.',
      'tag_events_label_message.csv:7: The ids must be numbers.',
      'tag_events_score_message.csv:8: The field source_id is missing.',
      'message2.csv.gz:12: The field subject is missing. (12/4)',
      'message2.csv.gz:13: The field post_date is missing. (12/5)',
      'message2.csv.gz:14: The field attributes must be a whole number. (12/6)',
      'message2.csv.gz:15: The field id is missing.',
      'message2.csv.gz:16: The field post_date must be a time in milliseconds since 1970. (12/7)',
    ]);
    expect(found.leftOut).toEqual({ 'dates of joining that are none': 1, 'other tables': 1 });
  });
});

describe('a Khoros community with traps', () => {
  it('needs no more than messages and users', async () => {
    const { 'message2.csv.gz': messages, 'users.csv': users } = TABLES;
    const found = await FoundIn.all(new KhorosSource(folderOf({ 'message2.csv': messages, 'users.csv': users })));
    expect(found.of('topic')).toHaveLength(3);
    expect(found.of('product')).toEqual([]);
  });

  it.each([
    ['no messages', { 'users.csv': TABLES['users.csv'] }, /message2\.csv/],
    [
      'a table without its columns',
      { ...TABLES, 'nodes.csv': 'id,title\n1,x\n' },
      /nodes\.csv, line 1: The header lacks: node_id/,
    ],
    [
      'a quote that is never closed',
      { ...TABLES, 'message2.csv.gz': `${MESSAGES}\n1,1,1,0,11,1,"Open` },
      /message2\.csv\.gz, line 2/,
    ],
  ])('refuses %s', async (_, files, message) => {
    const reading = () => FoundIn.all(new KhorosSource(folderOf(files)));
    await expect(reading()).rejects.toThrow(SourceFault);
    await expect(reading()).rejects.toThrow(message);
  });

  it('gives the same again, and tells how far it is', async () => {
    const source = new KhorosSource(folderOf(TABLES));
    const first = await FoundIn.all(source);
    expect(source.progress()).toBe(1);
    expect(await FoundIn.all(source)).toEqual(first);
  });
});
