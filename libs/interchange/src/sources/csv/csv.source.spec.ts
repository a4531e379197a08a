import { FoundIn } from '../../../../../test/support/found-in';
import { SourceFixture } from '../../../../../test/support/source-fixture';
import { CsvSource } from './csv.source';

/** A mapping of one table, with what is said for all tables before it. */
function mapping(rows: string, columns: string, more = '', top = ''): string {
  const indented = columns.trim().replaceAll(/\n\s*/g, '\n      ');
  const added = more === '' ? '' : `\n    ${more.trim().replaceAll('\n', '\n    ')}`;
  return `version: 1\n${top}files:\n  - file: t.csv\n    rows: ${rows}\n    columns:\n      ${indented}${added}\n`;
}

const POST = 'id: id\nbody: text\nauthor: who\ncreated: at';
const TOPIC = `${POST}\ntitle: title`;
const AT = '2024-01-02 03:04:05';
const createdAt = '2024-01-02T03:04:05.000Z';

async function read(map: string, files: Readonly<Record<string, string>>): Promise<FoundIn> {
  const fixture = new SourceFixture();
  for (const [name, content] of Object.entries(files)) fixture.write(name, content);
  const source = await CsvSource.open(fixture.write('map.yaml', map));
  const found = await FoundIn.all(source);
  expect(found.records.shift()).toMatchObject({ kind: 'community', format: 'answerhood', version: 1 });
  return found;
}

describe('CsvSource', () => {
  it('takes topics over, column by column', async () => {
    const columns = `${TOPIC}
      edited: changed
      kind: {column: kind, values: {Q: QUESTION, Bug: problem}}
      status: {column: state, values: {done: COMPLETE}, otherwise: PENDING}
      tags: [{column: tags, separator: ';', values: {js: javascript}}, area]
      products: {value: Mail}
      locale: lang
      private: secret
      closed: {column: state, values: {done: yes, open: no}}
      closedReason: {value: It is done}
      meToos: same
      views: seen
      lastActivity: last
      votesUp: up
      votesDown: down
      solution: best`;
    const header = 'id,text,who,at,title,changed,kind,state,tags,area,lang,secret,same,seen,last,up,down,best';
    const rows = [
      `1,a *b*,ann,${AT},Why?,${AT},q,done,js; css;,web,de,0,3,70,2024-05-01,2,1,9`,
      `2,b,,${AT},What?,2024-01-03,bug,open,,,,TRUE,,,,0,0,`,
    ];
    const found = await read(mapping('topics', columns), { 't.csv': [header, ...rows].join('\n') });
    expect(found.faults).toEqual([]);
    expect(found.records).toEqual([
      {
        kind: 'topic',
        topicKind: 'QUESTION',
        externalId: '1',
        author: 'ann',
        body: { text: 'a *b*', format: 'MARKDOWN' },
        createdAt,
        title: 'Why?',
        status: 'COMPLETE',
        tags: ['javascript', 'css', 'web'],
        products: ['Mail'],
        locale: 'de',
        closedAt: '2024-05-01T00:00:00.000Z',
        closedReason: 'It is done',
        meTooBase: 3,
        viewCount: 70,
        lastActivityAt: '2024-05-01T00:00:00.000Z',
      },
      { kind: 'vote', on: { topic: '1' }, up: 2, down: 1 },
      {
        kind: 'topic',
        topicKind: 'PROBLEM',
        externalId: '2',
        author: null,
        body: { text: 'b', format: 'MARKDOWN' },
        createdAt,
        editedAt: '2024-01-03T00:00:00.000Z',
        title: 'What?',
        status: 'PENDING',
        tags: [],
        products: ['Mail'],
        visibility: 'PRIVATE',
      },
    ]);
    expect(found.leftOut).toEqual({ 'solutions that are not among the answers': 1 });
  });

  it('marks answers that topics name, says what replies of the asker are, and counts helpful votes', async () => {
    const map = `version: 1
files:
  - {file: a.csv, rows: answers, byAsker: comment, columns: {id: id, topic: q, body: text, created: at, votesUp: yes, official: staff}}
  - {file: t.csv, rows: topics, columns: {id: id, body: text, title: text, created: at, solution: best}}
`;
    const found = await read(map, {
      't.csv': `id,text,at,best\n1,why,${AT},11\n2,what,${AT},99\n`,
      'a.csv': `id,q,text,at,yes,staff\n10,1,so,${AT},,\n11,1,so,2024-02-01,4,true\n`,
    });
    expect(found.records.map(({ kind }) => kind)).toEqual([
      'topic',
      'topic',
      'answer',
      'answer',
      'vote',
      'mark',
      'mark',
    ]);
    expect(found.of('answer')[0]).toEqual({
      kind: 'answer',
      externalId: '10',
      topic: '1',
      author: null,
      body: { text: 'so', format: 'MARKDOWN' },
      createdAt,
      byAsker: 'COMMENT',
    });
    expect(found.of('vote')).toEqual([{ kind: 'vote', on: { answer: '11' }, up: 4 }]);
    const marked = { kind: 'mark', answer: '11', createdAt: '2024-02-01T00:00:00.000Z' };
    expect(found.of('mark')).toEqual([
      { ...marked, mark: 'SOLVED' },
      { ...marked, mark: 'OFFICIAL' },
    ]);
    expect(found.leftOut).toEqual({ 'solutions that are not among the answers': 1 });
  });

  it('takes people, products, comments, articles, me toos and links over', async () => {
    const map = `version: 1
origin: old-forum
implied: products
files:
  - {file: links.csv, rows: links, columns: {topic: a, linked: b, link: {column: same, values: {1: DUPLICATE, 0: RELATED}}, created: at}}
  - {file: me.csv, rows: meToos, columns: {topic: t, member: m, created: at}}
  - {file: kb.csv, rows: articles, format: html, columns: {id: id, title: title, slug: slug, body: html, state: {column: live, values: {yes: PUBLISHED, no: DRAFT}}}, redirects: '/kb/{slug}'}
  - {file: c.csv, rows: comments, columns: {id: id, topic: t, answer: a, body: text, created: at, votesUp: up}}
  - {file: p.csv, rows: products, columns: {id: id, name: name, parent: in}}
  - {file: m.csv, rows: members, columns: {id: id, name: name, email: mail, role: {column: rank, values: {boss: ADMIN}, otherwise: customer}, created: at}, redirects: ['/u/{id}', '/people/{name}']}
`;
    const found = await read(map, {
      'links.csv': `a,b,same,at\n1,2,1,${AT}\n1,3,0,${AT}\n1,4,,${AT}\n`,
      'me.csv': `t,m,at\n1,7,${AT}\n`,
      'kb.csv': 'id,title,slug,html,live\nk,How to,how-to,<p>so</p>,yes\n',
      'c.csv': `id,t,a,text,at,up\n1,5,,a,${AT},\n2,5,6,b,${AT},3\n3,,,c,${AT},\n`,
      'p.csv': 'id,name,in\nx,Mail,\ny,Calendar,x\n',
      'm.csv': `id,name,mail,rank,at\n7,Ann,ann@example.com,boss,${AT}\n8,,,,\n`,
    });
    expect(found.records.map(({ kind }) => kind)).toEqual([
      'member',
      'redirect',
      'redirect',
      'member',
      'redirect',
      'product',
      'product',
      'comment',
      'comment',
      'vote',
      'article',
      'redirect',
      'meToo',
      'link',
      'link',
    ]);
    expect(found.of('member')).toEqual([
      {
        kind: 'member',
        externalId: '7',
        name: 'Ann',
        email: 'ann@example.com',
        locale: null,
        role: 'ADMIN',
        createdAt,
      },
      { kind: 'member', externalId: '8', name: '8', email: null, locale: null, role: 'CUSTOMER' },
    ]);
    expect(found.of('redirect').map(({ path, to }) => [path, to])).toEqual([
      ['/u/7', { member: '7' }],
      ['/people/Ann', { member: '7' }],
      ['/u/8', { member: '8' }],
      ['/kb/how-to', { article: 'k' }],
    ]);
    expect(found.of('product')[1]).toEqual({ kind: 'product', externalId: 'y', name: 'Calendar', parent: 'x' });
    expect(found.of('comment').map(({ on }) => on)).toEqual([{ topic: '5' }, { answer: '6' }]);
    expect(found.of('article')).toEqual([
      {
        kind: 'article',
        externalId: 'k',
        title: 'How to',
        slug: 'how-to',
        body: { text: '<p>so</p>', format: 'HTML' },
        products: [],
        author: null,
        state: 'PUBLISHED',
        editedAt: null,
      },
    ]);
    expect(found.of('link').map(({ linked, link }) => [linked, link])).toEqual([
      ['2', 'DUPLICATE'],
      ['3', 'RELATED'],
    ]);
    expect(found.faults).toEqual([
      'c.csv:4: The row does not say what the comment is on. (3)',
      'links.csv:4: The row does not say what kind of link it is.',
    ]);
  });

  it('leaves rows out, or takes them as removed', async () => {
    const columns = `${TOPIC}\nremoved: bin\nremovedReason: {value: Spam}`;
    const more = 'leaveOut:\n  - {column: state, values: [draft, "9"], as: drafts}';
    const found = await read(mapping('topics', columns, more, 'nothing: [NULL]\n'), {
      't.csv': `id,text,who,at,title,bin,state\n1,a,NULL,${AT},t,1,live\n2,a,,${AT},t,,Draft\n3,a,,${AT},t,,9\n`,
    });
    expect(found.of('topic')).toEqual([
      expect.objectContaining({ externalId: '1', author: null, state: 'REMOVED', stateReason: 'Spam' }),
    ]);
    expect(found.leftOut).toEqual({ drafts: 2 });
  });

  it('gives a row that cannot be read with its line and the column, and goes on', async () => {
    const found = await read(mapping('topics', `${TOPIC}\nmeToos: same`), {
      't.csv': [
        'id,text,who,at,title,same',
        `,"a\nb",x,${AT},t,1`,
        '2,a,x,yesterday,t,1',
        '3,a,x,,t,1',
        `4,a,x,${AT},t,many`,
        `5,a,x,${AT},t`,
        `6,a,x,${AT},t,`,
      ].join('\n'),
    });
    expect(found.of('topic').map(({ externalId }) => externalId)).toEqual(['6']);
    expect(found.faults).toEqual([
      't.csv:2: The column id is empty.',
      't.csv:4: The column at must be a date as the mapping says. (2)',
      't.csv:5: The column at is empty. (3)',
      't.csv:6: The field same must be a whole number. (4)',
      't.csv:7: The row has fewer cells than the header.',
    ]);
  });

  it('counts what the mapping says nothing of', async () => {
    const columns = `${TOPIC}\nkind: {column: kind, values: {q: QUESTION}}\nclosed: shut`;
    const rows = [`1,a,x,${AT},t,poll,,w,`, `2,a,x,${AT},t,poll,no,,`, `3,a,x,${AT},t,${'z'.repeat(50)},,w,`];
    const found = await read(mapping('topics', columns, 'ignore: unread'), {
      't.csv': `id,text,who,at,title,kind,shut,mood,unread\n${rows.join('\n')}\n`,
    });
    expect(found.of('topic').map(({ topicKind }) => topicKind)).toEqual(['QUESTION', 'QUESTION', 'QUESTION']);
    expect(found.leftOut).toEqual({
      'value “poll” of the column kind of t.csv, which the mapping does not name': 2,
      [`value “${'z'.repeat(40)}…” of the column kind of t.csv, which the mapping does not name`]: 1,
      'column mood of t.csv, which the mapping does not use (2 values)': 1,
    });
  });

  it('says where links lead that name no host', async () => {
    const fixture = new SourceFixture();
    const top = 'site: https://old.example.com/\n';
    const told = await CsvSource.open(fixture.write('told.yaml', mapping('topics', TOPIC, '', top)));
    expect(told.baseUrl).toBe('https://old.example.com/');
    expect((await CsvSource.open(fixture.write('not.yaml', mapping('topics', TOPIC)))).baseUrl).toBeUndefined();
  });

  it('finds the files beside the mapping or where it is told to, gzipped or not', async () => {
    const fixture = new SourceFixture();
    const map = fixture.write('maps/map.yaml', mapping('topics', TOPIC));
    fixture.write('data/t.csv.gz', `id,text,who,at,title\n1,a,x,${AT},t\n`);
    const source = await CsvSource.open(map, { folder: `${fixture.path}/data`, origin: 'renamed' });
    expect(source.origin).toBe('renamed');
    expect((await source.files()).map(({ path }) => path)).toEqual([map, `${fixture.path}/data/t.csv.gz`]);
    const first = await FoundIn.all(source);
    expect((await FoundIn.all(source)).records).toEqual(first.records);
    expect(source.progress()).toBe(1);
    const beside = await CsvSource.open(map);
    await expect(beside.files()).rejects.toThrow(
      'map.yaml, line 3: files[0].file: There is no file t.csv in the folder, nor t.csv.gz.',
    );
    await expect(CsvSource.open(`${fixture.path}/none.yaml`)).rejects.toThrow(/There is no such mapping file/);
  });

  it.each([
    [
      'title: {column: headline}',
      'map.yaml, line 10: files[0].columns.title: t.csv has no column “headline”. It has: id, a.',
    ],
    [
      'title: id\nredirects: /x/{slug}',
      'map.yaml, line 11: files[0].redirects: t.csv has no column “slug”. It has: id, a.',
    ],
  ])('refuses a file that lacks a column: %j', async (title, message) => {
    const fixture = new SourceFixture();
    const [column = '', more = ''] = title.split('\n');
    fixture.write('t.csv', 'id,a\n');
    const columns = `id: id\nbody: a\nauthor: a\ncreated: a\n${column}`;
    const map = fixture.write('map.yaml', mapping('topics', columns, more));
    await expect((await CsvSource.open(map)).files()).rejects.toThrow(message);
  });
});
