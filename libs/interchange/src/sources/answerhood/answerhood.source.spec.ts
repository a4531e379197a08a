import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { temporaryFolder } from '../../../../../test/support/temporary-folder';
import type { Found } from '../source';
import { SourceFault } from '../source.fault';
import { AnswerhoodSource } from './answerhood.source';

const COMMUNITY = '{"kind":"community","format":"answerhood","version":1}\n';

function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

async function all(reading: AsyncIterable<Found>): Promise<Found[]> {
  const found: Found[] = [];
  for await (const one of reading) found.push(one);
  return found;
}

async function read(files: Readonly<Record<string, string | Buffer>>): Promise<Found[]> {
  const source = new AnswerhoodSource(folderOf(files));
  await source.files();
  return all(source.records());
}

/** Of all that was found, only the records, by file and line. */
function recordsOf(found: readonly Found[]): [string, object][] {
  return found.flatMap((one): [string, object][] =>
    'record' in one ? [[`${one.at.file}:${one.at.line}`, one.record]] : [],
  );
}

describe('a folder of our own format', () => {
  it('is read file by file in the order of the format, plain or gzipped, and the kind need not be said', async () => {
    const found = await read({
      'community.ndjson': COMMUNITY,
      'answers.ndjson': '{"externalId":"a","topic":"t","author":null,"body":{"text":"Yes."},"createdAt":"2024-07-01"}',
      'topics.ndjson.gz': gzipSync('\n{"kind":"topic","externalId":"t"}\n\n{"externalId":"u"}\r\n'),
    });
    expect(recordsOf(found)).toEqual([
      ['community.ndjson:1', { kind: 'community', format: 'answerhood', version: 1 }],
      ['topics.ndjson.gz:2', { kind: 'topic', externalId: 't' }],
      ['topics.ndjson.gz:4', { kind: 'topic', externalId: 'u' }],
      [
        'answers.ndjson:1',
        { kind: 'answer', externalId: 'a', topic: 't', author: null, body: { text: 'Yes.' }, createdAt: '2024-07-01' },
      ],
    ]);
    expect(found).toHaveLength(4);
  });

  it('tells where a line is none of a record, and goes on', async () => {
    const found = await read({
      'community.ndjson': `${COMMUNITY}${COMMUNITY}`,
      'topics.ndjson': '{"externalId":"t"\n[]\n"t"\n{"kind":"answer","externalId":"a"}\n{"externalId":"u"}\n',
    });
    expect(found.filter((one) => 'fault' in one)).toEqual([
      { at: { file: 'community.ndjson', line: 2 }, fault: 'A folder has one community.' },
      { at: { file: 'topics.ndjson', line: 1 }, fault: 'The line is not JSON.' },
      { at: { file: 'topics.ndjson', line: 2 }, fault: 'The line is no JSON object.' },
      { at: { file: 'topics.ndjson', line: 3 }, fault: 'The line is no JSON object.' },
      {
        at: { file: 'topics.ndjson', line: 4 },
        fault: 'A record of another kind stands in the file for kind "topic".',
      },
    ]);
    expect(recordsOf(found).at(-1)).toEqual(['topics.ndjson:5', { kind: 'topic', externalId: 'u' }]);
  });

  it('counts what it does not know: files, keys, and keys within', async () => {
    const found = await read({
      'community.ndjson': COMMUNITY,
      'notes.txt': 'by hand',
      'topics.ndjson': `{"externalId":"t","mood":1,"body":{"text":"a","html":"b"},"sentiment":null,"__proto__":{}}\n`,
    });
    expect(found.filter((one) => 'leftOut' in one)).toEqual([
      { at: { file: 'notes.txt', line: 1 }, leftOut: 'files that the format does not have' },
      ...['mood', 'body.html', '__proto__'].map((key) => ({
        at: { file: 'topics.ndjson', line: 1 },
        leftOut: `unknown key "${key}" of topic`,
      })),
    ]);
  });

  it('names no more than a hundred unknown keys, the same ones each time', async () => {
    const keys = Array.from({ length: 150 }, (_, n) => `"key${n}":1`).join();
    const folder = folderOf({ 'community.ndjson': COMMUNITY, 'topics.ndjson': `{"externalId":"t",${keys}}` });
    const source = new AnswerhoodSource(folder);
    const first = await all(source.records());
    const names = first.flatMap((one) => ('leftOut' in one ? [one.leftOut] : []));
    expect(names.slice(98, 102)).toEqual([
      'unknown key "key98" of topic',
      'unknown key "key99" of topic',
      'other unknown keys',
      'other unknown keys',
    ]);
    expect(await all(source.records())).toEqual(first);
  });

  it.each<[string, Readonly<Record<string, string | Buffer>>, string]>([
    ['nothing in it', {}, 'community.ndjson: It is missing. It says what the folder is: write {"kind":'],
    ['an empty first file', { 'community.ndjson': '\n' }, 'community.ndjson: It is empty: write {"kind":'],
    [
      'another beginning',
      { 'community.ndjson': '{"kind":"topic"}\n' },
      'community.ndjson, line 1: It does not say what the folder is',
    ],
    [
      'a later version',
      { 'community.ndjson': '\n{"format":"answerhood","version":2}\n' },
      'community.ndjson, line 2: It is of version 2 of the format, and this is for version 1.',
    ],
    [
      'no version',
      { 'community.ndjson': '{"format":"answerhood"}\n' },
      'community.ndjson, line 1: It is of version (none) of the format',
    ],
    [
      'a file twice',
      { 'community.ndjson': COMMUNITY, 'tags.ndjson': '', 'tags.ndjson.gz': gzipSync('') },
      'tags.ndjson: It is there plain and gzipped. Remove one of the two.',
    ],
  ])('is refused before anything is read with %s', async (_, files, message) => {
    const reading = new AnswerhoodSource(folderOf(files)).files();
    await expect(reading).rejects.toBeInstanceOf(SourceFault);
    await expect(reading).rejects.toThrow(message);
  });

  it('is refused where it is a file, or nothing', async () => {
    const folder = folderOf({ 'community.ndjson': COMMUNITY });
    mkdirSync(join(folder, 'more'));
    const file = new AnswerhoodSource(join(folder, 'community.ndjson')).files();
    await expect(file).rejects.toThrow('It is a file. Name the folder that has community.ndjson in it.');
    await expect(new AnswerhoodSource(join(folder, 'elsewhere')).files()).rejects.toBeInstanceOf(SourceFault);
    await expect(new AnswerhoodSource(folder).files()).resolves.toHaveLength(1);
  });

  it('says where a file that was cut ends, after what came before', async () => {
    const whole = gzipSync(Array.from({ length: 20_000 }, (_, n) => `{"externalId":"${n * 7919}"}\n`).join(''));
    const source = new AnswerhoodSource(
      folderOf({ 'community.ndjson': COMMUNITY, 'topics.ndjson.gz': whole.subarray(0, whole.length / 2) }),
    );
    let records = 0;
    const reading = (async () => {
      for await (const one of source.records()) records += 'record' in one ? 1 : 0;
    })();
    await expect(reading).rejects.toThrow(/^topics\.ndjson\.gz, line \d+: The gzip file ends in the middle/);
    expect(records).toBeGreaterThan(5_000);
    expect(source.progress()).toBe(1);
  });
});
