import * as fc from 'fast-check';
import type { InterchangeRecord, RecordKind } from '../format/interchange-record';
import { testContent } from '../../../../test/support/test-content';
import { SAMPLE_RECORDS } from '../../../../test/support/sample-records';
import { COMMON_COLUMNS } from './columns/staged-kind';
import { STAGED_KINDS } from './columns/staged-kinds';
import { stageRecord } from './stage-record';
import { textOf } from './text-of';

const AT = { file: 'topics.ndjson', line: 7 };
const DATE = '2020-01-03T10:00:00.000Z';
const TOPIC = {
  kind: 'topic',
  topicKind: 'QUESTION',
  externalId: '10',
  author: '1',
  title: 'Why?',
  body: { text: 'Because.' },
  createdAt: DATE,
} as const;

function stage(record: object, origin = 'test'): ReturnType<typeof stageRecord> {
  const read = record as InterchangeRecord;
  const text = textOf(read);
  return stageRecord(read, text && testContent(text), AT, origin);
}

/** The values of a staged line by column, unescaped; NULL is null. */
function columnsOf(record: object, origin?: string): Record<string, string | null> {
  const row = stage(record, origin);
  if ('fault' in row) throw new TypeError(row.fault);
  const names = [...COMMON_COLUMNS, ...STAGED_KINDS[row.kind].columns.map(({ name }) => name)];
  const values = row.line.slice(0, -1).split('\t');
  expect(values).toHaveLength(names.length);
  const read = (value = ''): string | null =>
    value === '\\N' ? null : value.replace(/\\(.)/g, (_, c: string) => ({ t: '\t', n: '\n', r: '\r' })[c] ?? c);
  return Object.fromEntries(names.map((name, index) => [name, read(values[index])]));
}

describe('a record that is staged', () => {
  it.each(SAMPLE_RECORDS.map((record, index) => [`${record.kind} ${index}`, record] as const))('%s', (_, record) => {
    expect(columnsOf(record)).toMatchObject({ file: 'topics.ndjson', line: '7' });
  });

  it.each([
    ['no kind', { ...TOPIC, kind: 'thread' }, 'kind is none of this format'],
    ['a kind that objects have', { ...TOPIC, kind: 'constructor' }, 'kind is none of this format'],
    ['no id', { ...TOPIC, externalId: undefined }, 'externalId is missing'],
    ['a number as id', { ...TOPIC, externalId: 10 }, 'externalId must be a text'],
    ['an empty id', { ...TOPIC, externalId: '' }, 'externalId must have 1 to 500 characters'],
    ['a blank title', { ...TOPIC, title: ' \0 ' }, 'title is missing'],
    ['no body', { ...TOPIC, body: undefined }, 'body must be an object with a text'],
    ['a text as body', { ...TOPIC, body: 'Because.' }, 'body must be an object with a text'],
    ['a format that is none', { ...TOPIC, body: { text: 'x', format: 'RTF' } }, 'body must be an object with a text'],
    ['no date', { ...TOPIC, createdAt: undefined }, 'createdAt is missing'],
    ['no date at all', { ...TOPIC, createdAt: 'yesterday' }, 'createdAt must be a moment in ISO 8601'],
    ['a date of long ago', { ...TOPIC, createdAt: '1969-12-31T23:59:59Z' }, 'createdAt must lie between 1970 and 2100'],
    ['a date to come', { ...TOPIC, closedAt: '2100-01-01T00:00:00Z' }, 'closedAt must lie between 1970 and 2100'],
    ['an unknown state', { ...TOPIC, state: 'GONE' }, 'state must be one of VISIBLE, HELD, HIDDEN, REMOVED, RETRACTED'],
    ['half a number', { ...TOPIC, meTooBase: 1.5 }, 'meTooBase must be a whole number from 0 on'],
    ['tags that are none', { ...TOPIC, tags: 'beer' }, 'tags must be a list of texts'],
    [
      'an answer that shows nothing',
      { kind: 'answer', externalId: '1', topic: '1', author: '1', body: { text: ' ' }, createdAt: DATE },
      'body has nothing that would be shown',
    ],
    [
      'two places',
      { kind: 'vote', on: { topic: '1', answer: '2' } },
      'on must name one topic, answer, comment or post',
    ],
    [
      'a day that is none',
      { kind: 'vote', on: { topic: '1' }, day: '2020-02-31x' },
      'day must be a day such as 2024-07-01',
    ],
    ['a star of nobody', { kind: 'mark', mark: 'STAR', answer: '1', createdAt: DATE }, 'by is missing'],
    [
      'a path from elsewhere',
      { kind: 'redirect', path: 'x', to: { topic: '1' } },
      'path must begin with / and have at most 2000 bytes',
    ],
    [
      'an address of nothing',
      { kind: 'redirect', path: '/x', to: {} },
      'to must name one topic, answer, comment, member, product, article',
    ],
    [
      'a later format',
      { kind: 'community', format: 'answerhood', version: 2 },
      'version is none that this release reads: import with a newer release',
    ],
  ])('is refused with %s', (_, record, fault) => {
    expect(stage(record)).toEqual({ fault });
  });

  it('has no status that its kind does not know, and tags as the product writes them', () => {
    const long = 'x'.repeat(60);
    const record = {
      ...TOPIC,
      topicKind: 'PRAISE',
      status: 'COMPLETE',
      tags: [' IPA', 'ipa', '', `${long}y`, `${long}z`],
    };
    expect(columnsOf(record)).toMatchObject({ status: 'NONE', tags: `{"ipa","${'x'.repeat(50)}"}` });
  });

  it('has a title of 300 characters at most, and the whole title on top of its text', () => {
    const title = `${'🍺'.repeat(300)} and more`;
    const columns = columnsOf({ ...TOPIC, title });
    expect(columns.title).toBe('🍺'.repeat(300));
    expect(columns.body).toBe(`${title}\n\nBecause.`);
    expect(textOf({ ...TOPIC, title: `${'<'.repeat(301)}`, body: { text: '<p>x</p>', format: 'HTML' } })?.text).toBe(
      `<p>${'&lt;'.repeat(301)}</p>\n<p>x</p>`,
    );
  });

  it('knows its members by handles and addresses that can be such', () => {
    const member = {
      kind: 'member',
      externalId: '1',
      name: 'Ölf\u200B  Å.',
      handle: 'No Handle!',
      email: ' A@Example.COM',
    };
    expect(columnsOf(member)).toMatchObject({ display_name: 'Ölf Å.', handle: 'no-handle', email: 'a@example.com' });
    expect(columnsOf({ ...member, handle: 'Olf_1', email: 'nobody' })).toMatchObject({ handle: 'olf_1', email: null });
    expect(columnsOf({ kind: 'member', externalId: '1', name: '李' })).toMatchObject({ handle: 'member' });
    expect(columnsOf({ kind: 'member', externalId: '1', name: 'X Y' })).toMatchObject({ handle: 'x-y' });
  });

  it('has the same id for the same thing, and keeps ids of our own', () => {
    const own = '01900000-0000-7000-8000-000000000001';
    expect(columnsOf(TOPIC).id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(columnsOf({ ...TOPIC, title: 'Other' }).id).toBe(columnsOf(TOPIC).id);
    expect(columnsOf(TOPIC, 'other').id).not.toBe(columnsOf(TOPIC).id);
    expect(columnsOf({ ...TOPIC, externalId: own }).id).not.toBe(own);
    expect(columnsOf({ ...TOPIC, externalId: own, author: own }, 'answerhood')).toMatchObject({
      id: own,
      author_id: own,
    });
  });

  it('has another digest where it says something else, whatever the order of its fields', () => {
    const { digest } = columnsOf(TOPIC);
    const turned = Object.fromEntries(Object.entries(TOPIC).toReversed());
    expect(columnsOf(turned).digest).toBe(digest);
    const others = [
      { title: 'Why not?' },
      { body: { text: 'Since.' } },
      { tags: ['x'] },
      { viewCount: 1 },
      { author: '2' },
    ];
    const digests = others.map((change) => columnsOf({ ...TOPIC, ...change }).digest);
    expect(new Set([digest, ...digests]).size).toBe(others.length + 1);
  });

  it.each([{ toString: '' }, null, 7, 'toString', ['topic']])('is refused where its kind is %j', (kind) => {
    expect(stage({ ...TOPIC, kind })).toEqual({ fault: 'kind is none of this format' });
  });

  it('is one line of as many columns as its table has, whatever stands in it', () => {
    const kinds = Object.keys(STAGED_KINDS) as RecordKind[];
    const anything = fc.anything({ maxDepth: 2 });
    const texts = fc.string({ unit: 'binary', minLength: 1 });
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.constantFrom(...SAMPLE_RECORDS),
        texts,
        anything,
        (kind, record, text, value) => {
          const names = Object.keys(record);
          const name = names[text.length % names.length] ?? 'kind';
          const changed = { ...record, [name]: text.length % 2 === 0 ? value : text };
          for (const read of [changed, { ...changed, kind }]) {
            const row = stage(read);
            if ('fault' in row) continue;
            expect(row.line.split('\n')).toHaveLength(2);
            expect(row.line.split('\t')).toHaveLength(COMMON_COLUMNS.length + STAGED_KINDS[row.kind].columns.length);
            expect(row.line).not.toContain('\0');
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
