import { SourceFixture } from '../../../../test/support/source-fixture';
import { SourceFault } from '../sources/source.fault';
import { listsOfJson } from './lists-of-json';
import { linesOfNdjson } from './lines-of-ndjson';
import { SourceFolder } from './source-folder';
import type { SourceText } from './source-text';

async function all<T>(
  content: string,
  read: (text: SourceText) => AsyncIterable<T>,
): Promise<{ found: T[]; fault: string | null }> {
  const folder = new SourceFixture();
  const text = await (await SourceFolder.at(folder.write('t.json', content))).need('t.json');
  const found: T[] = [];
  try {
    for await (const one of read(text)) found.push(one);
    return { found, fault: null };
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return { found, fault: error.message };
  }
}

describe('listsOfJson by keys', () => {
  it('gives the elements of the list that the file is', async () => {
    const { found } = await all('[{"a":[1,{"b":null}]}, 2, "x\\n", [], [[3]], true]\n', (text) => listsOfJson(text));
    expect(found.map(({ value }) => value)).toEqual([{ a: [1, { b: null }] }, 2, 'x\n', [], [[3]], true]);
    expect(found.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('gives the elements of the list under a key, and only there', async () => {
    const content =
      '\uFEFF{"total": 2, "meta": {"data": [9]}, "next": null, "data": [{"data": [1]}, {"id": 2}], "more": [3]}';
    const { found } = await all(content, (text) => listsOfJson(text, ['posts', 'data']));
    expect(found.map(({ value }) => value)).toEqual([{ data: [1] }, { id: 2 }]);
    expect((await all('{"data": []}', (text) => listsOfJson(text, ['data']))).found).toEqual([]);
  });

  it('reads many elements over many pieces, and one of a megabyte', async () => {
    const values = [
      { long: 'ü'.repeat(1024 * 1024) },
      ...Array.from({ length: 5000 }, (_, id) => ({ id, text: `"${id}" 😀` })),
    ];
    const { found } = await all(JSON.stringify({ data: values }, null, 2), (text) => listsOfJson(text, ['data']));
    expect(found.map(({ value }) => value)).toEqual(values);
  });

  it.each([
    ['', 0, /line 1: It is not JSON/],
    ['{"topics": []}', 0, /^t.json: It is not a list, nor an object with a list under data\.$/],
    ['{"data": {"a": 1}}', 0, /nor an object with a list under data/],
    ['"text"', 0, /It is not a list/],
    ['<html>', 0, /It is not JSON/],
    [`[{"a":1},\n${' '.repeat(20_000)}{"a":`, 1, /line 2: It is not JSON from about this element on/],
    [`[{"a":1}\n${' '.repeat(20_000)}{"a":2}]`, 1, /line 2: It is not JSON/],
  ])('refuses %.20j', async (content, good, message) => {
    const { found, fault } = await all(content, (text) => listsOfJson(text, ['data']));
    expect(found).toHaveLength(good);
    expect(fault).toMatch(message);
  });
});

describe('linesOfNdjson', () => {
  it('gives values with their lines; empty lines are passed over', async () => {
    const { found } = await all('{"a":1}\r\n\n"b\\u2028"\n{"c":[]}', linesOfNdjson);
    expect(found).toEqual([
      { line: 1, value: { a: 1 } },
      { line: 3, value: 'b\u2028' },
      { line: 4, value: { c: [] } },
    ]);
  });

  it('gives a broken line as a fault of that line', async () => {
    const { found, fault } = await all('{"a":1}\n{"b":\n{"c":3}\n', linesOfNdjson);
    expect(fault).toBeNull();
    expect(found).toEqual([
      { line: 1, value: { a: 1 } },
      { line: 2, fault: 'The line is not JSON.' },
      { line: 3, value: { c: 3 } },
    ]);
  });

  it('refuses a file whose last line is cut', async () => {
    const { found, fault } = await all('{"a":1}\n{"b":', linesOfNdjson);
    expect(found).toHaveLength(1);
    expect(fault).toBe('t.json, line 2: The file ends in the middle of a line. Fetch it again.');
  });

  it('takes lines of megabytes over many pieces', async () => {
    const value = { text: 'é'.repeat(2 * 1024 * 1024) };
    const { found } = await all(`${JSON.stringify(value)}\n${'{"n":1}\n'.repeat(30_000)}`, linesOfNdjson);
    expect(found).toHaveLength(30_001);
    expect(found[0]).toEqual({ line: 1, value });
  });

  it('takes an empty file as none', async () => {
    expect(await all('', linesOfNdjson)).toEqual({ found: [], fault: null });
  });
});
