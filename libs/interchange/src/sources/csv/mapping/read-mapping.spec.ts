import { readFileSync } from 'node:fs';
import { readMapping } from './read-mapping';

const LINES = [
  'version: 1',
  'files:',
  '  - file: t.csv',
  '    rows: topics',
  '    columns: {id: id, title: t, body: b, created: c}',
];

/** The mapping with some of its lines in other words. */
function changed(lines: Readonly<Record<number, string>>, ...more: string[]): string {
  return [...LINES.map((line, at) => lines[at + 1] ?? line), ...more].join('\n');
}

describe('readMapping', () => {
  it('takes the least that a mapping can say', () => {
    const mapping = readMapping(LINES.join('\n'), 'm.yaml');
    expect(mapping).toMatchObject({ origin: 'csv', site: null, implied: [] });
    expect(mapping.tables).toEqual([
      expect.objectContaining({ file: 't.csv', kind: 'topics', separator: ',', nothing: [], byAsker: 'FOLLOW_UP' }),
    ]);
  });

  it('reads topics before answers, whatever stands first', () => {
    const answers = '  - {file: a.csv, rows: answers, columns: {id: id, topic: t, body: b, created: c}}';
    const [version = '', files = '', ...topics] = LINES;
    const { tables } = readMapping([version, files, answers, ...topics].join('\n'), 'm.yaml');
    expect(tables.map(({ kind }) => kind)).toEqual(['topics', 'answers']);
  });

  it('takes the example of the documentation', () => {
    const { tables } = readMapping(readFileSync('docs/examples/thunderbird.yaml', 'utf8'), 'thunderbird.yaml');
    expect(tables.map(({ file }) => file)).toEqual(['questions.csv', 'answers.csv', 'kb/articles.csv']);
  });

  it.each([
    [changed({ 1: 'version: [1' }), /^m.yaml, line \d: It is not YAML: .*\.$/],
    ['', 'm.yaml, line 1: A list of keys with values belongs here.'],
    [changed({ 1: 'origin: x' }), 'm.yaml, line 1: The key version is missing.'],
    [changed({ 1: 'version: 2' }), 'm.yaml, line 1: version: This release reads version 1.'],
    [changed({}, 'colour: red'), /^m.yaml, line 6: colour: There is no such key. There are: version, origin, /],
    [changed({ 2: 'files: 3' }).slice(0, 19), 'm.yaml, line 2: files: A list of files belongs here.'],
    [
      changed({ 3: '  - File: t.csv' }),
      /^m.yaml, line 3: files\[0\].File: There is no such key. There are: file, rows/,
    ],
    [changed({ 3: '  - file:' }), 'm.yaml, line 3: files[0].file: A text belongs here.'],
    [
      changed({ 4: '    rows: posts' }),
      /^m.yaml, line 4: files\[0\].rows: One of these belongs here: members, products/,
    ],
    [changed({ 5: '    columns: {id: id}' }), 'm.yaml, line 5: files[0].columns: The key body is missing.'],
    [
      changed({ 5: '    columns: {idd: id}' }),
      /line 5: files\[0\].columns.idd: There is no such key. There are: id, body/,
    ],
    [changed({}, '    byAsker: COMMENT'), 'm.yaml, line 6: files[0].byAsker: Only rows of answers have this.'],
    [changed({}, '    redirects: questions'), /^m.yaml, line 6: files\[0\].redirects: A path that begins with \//],
    [changed({}, '    dates: DD.MM.'), /^m.yaml, line 6: files\[0\].dates: A format such as YYYY-MM-DD/],
    [changed({}, '    dates: {format: YYYY-MM-DD, zone: Mars/Hell}'), /line 6: .*There is no time zone Mars\/Hell/],
    [changed({}, '    lenient: perhaps'), /^m.yaml, line 6: files\[0\].lenient: One of these belongs here: yes, no/],
    [changed({}, 'site: old.example.com'), /^m.yaml, line 6: site: An address such as https/],
    [changed({}, 'implied: [tags]'), /^m.yaml, line 6: implied\[0\]: One of these belongs here: members, products/],
    [
      changed({}, '    leaveOut: {column: x, values: [y]}'),
      'm.yaml, line 6: files[0].leaveOut: The key as is missing.',
    ],
  ])('refuses %j', (text, message) => {
    expect(() => readMapping(text, 'm.yaml')).toThrow(message);
  });

  it.each([
    ['kind: {value: QUESTIONS}', /columns.kind.value: One of these belongs here: QUESTION, PROBLEM/],
    ['kind: {column: k, values: {q: Ask}}', /columns.kind.values.q: One of these belongs here: QUESTION/],
    ['kind: {column: k, value: IDEA}', /columns.kind: One of column and value belongs here/],
    ['kind: {column: k, separator: ;}', /columns.kind.separator: There is no such key/],
    ['kind: {}', /columns.kind: One of column and value belongs here/],
    ['kind: [a, b]', /columns.kind: Only one column belongs here/],
    ['closed: {column: c, values: {x: maybe}}', /columns.closed.values.x: One of these belongs here: yes, no/],
    ['views: {value: many}', /columns.views.value: A whole number belongs here/],
    ['edited: {column: e, dates: soon}', /columns.edited.dates: A format such as/],
  ])('refuses the column %j', (column, message) => {
    const columns = `    columns: {id: id, title: t, body: b, created: c, ${column}}`;
    expect(() => readMapping(changed({ 5: columns }), 'm.yaml')).toThrow(message);
  });

  it('asks on what comments are', () => {
    const lines = { 4: '    rows: comments', 5: '    columns: {id: id, body: b, created: c}' };
    expect(() => readMapping(changed(lines), 'm.yaml')).toThrow(/line 5: files\[0\].columns: What the comments are on/);
  });
});
