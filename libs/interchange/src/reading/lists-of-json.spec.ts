import { SourceFixture } from '../../../../test/support/source-fixture';
import { SourceFault } from '../sources/source.fault';
import { listsOfJson, type ListedElement } from './lists-of-json';
import { SourceFolder } from './source-folder';

async function read(json: string): Promise<{ elements: ListedElement[]; fault: unknown }> {
  const folder = new SourceFixture();
  folder.write('a.json', json);
  const text = await (await SourceFolder.at(folder.path)).need('a.json');
  const elements: ListedElement[] = [];
  try {
    for await (const element of listsOfJson(text)) elements.push(element);
  } catch (error) {
    return { elements, fault: error };
  }
  return { elements, fault: null };
}

describe('the lists of a JSON file', () => {
  it('are all those of its object, with their keys', async () => {
    const json = '{"count":2,"meta":{"x":[9]},"posts":[{"id":1,"tags":[1]},{"id":2}],"users":[{"id":3}],"next":null}';
    expect(await read(json)).toEqual({
      elements: [
        { list: 'posts', line: 1, value: { id: 1, tags: [1] } },
        { list: 'posts', line: 2, value: { id: 2 } },
        { list: 'users', line: 1, value: { id: 3 } },
      ],
      fault: null,
    });
  });

  it('are the list that the file is', async () => {
    expect((await read('[1, "a", [2], null]')).elements).toEqual([
      { list: null, line: 1, value: 1 },
      { list: null, line: 2, value: 'a' },
      { list: null, line: 3, value: [2] },
      { list: null, line: 4, value: null },
    ]);
  });

  it('are none of an object without lists', async () => {
    expect(await read('{"a":{"b":[1]},"c":1}')).toEqual({ elements: [], fault: null });
  });

  it.each(['', '{"posts":[{"id":1},', '{"posts":[{"id":1}', '[{"id":1}] x', 'no'])('break with %j', async (json) => {
    const { fault } = await read(json);
    expect(fault).toBeInstanceOf(SourceFault);
    expect(String(fault)).toContain('a.json');
  });
});
