import { gzipSync } from 'node:zlib';
import { SourceFixture } from '../../../../test/support/source-fixture';
import { SourceFault } from '../sources/source.fault';
import { SourceFolder } from './source-folder';

/** What came of a file before it ended or broke. */
async function read(folder: string, name: string): Promise<{ text: string; fault: string | null; progress: number }> {
  const source = await SourceFolder.at(folder);
  let text = '';
  try {
    for await (const chunk of (await source.need(name)).chunks()) text += chunk;
    return { text, fault: null, progress: source.progress() };
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return { text, fault: error.message, progress: source.progress() };
  }
}

const LINES = Array.from({ length: 20_000 }, (_, at) => `${at}: Grüße – 漢字 😀 ${(at * 7919) % 104729}\n`).join('');

describe('the files of a source', () => {
  it.each(['plain.txt', 'packed.txt.gz'])('reads %s, character by character', async (name) => {
    const folder = new SourceFixture();
    folder.write(name, LINES);
    expect(await read(folder.path, name.replace('.gz', ''))).toEqual({ text: LINES, fault: null, progress: 1 });
  });

  it('knows a gzip file by what it begins with, and several packed one behind the other', async () => {
    const folder = new SourceFixture();
    folder.write('named-plain.csv', Buffer.concat([gzipSync('a\n'), gzipSync('b\n')]));
    expect((await read(folder.path, 'named-plain.csv')).text).toBe('a\nb\n');
  });

  it('passes over what fills up the end of a gzip file', async () => {
    const folder = new SourceFixture();
    folder.write('padded.csv.gz', Buffer.concat([gzipSync('a\n'), Buffer.alloc(200_000)]));
    expect(await read(folder.path, 'padded.csv')).toMatchObject({ text: 'a\n', fault: null });
  });

  it('leaves the byte order mark out', async () => {
    const folder = new SourceFixture();
    folder.write('marked.csv', '\uFEFFid\n');
    expect((await read(folder.path, 'marked.csv')).text).toBe('id\n');
  });

  it('gives all that a cut gzip file holds, then says on which line it ends, each time the same', async () => {
    const folder = new SourceFixture();
    const packed = gzipSync(LINES);
    folder.write('cut.csv.gz', packed.subarray(0, Math.trunc(packed.length / 2)));
    const first = await read(folder.path, 'cut.csv');
    const line = first.text.split('\n').length;
    expect(line).toBeGreaterThan(1000);
    expect(LINES.startsWith(first.text)).toBe(true);
    expect(first.fault).toBe(`cut.csv.gz, line ${line}: The gzip file ends in the middle. Fetch it again.`);
    expect(await read(folder.path, 'cut.csv')).toEqual(first);
  });

  it('refuses a gzip file with a wrong sum', async () => {
    const folder = new SourceFixture();
    const packed = gzipSync(LINES);
    packed[packed.length - 6] = (packed[packed.length - 6] ?? 0) ^ 0xff;
    folder.write('damaged.csv.gz', packed);
    expect((await read(folder.path, 'damaged.csv')).fault).toMatch(
      /^damaged.csv.gz, line \d+: The gzip file is damaged from about here on/,
    );
  });

  it('gives the lines before the first that is not UTF-8', async () => {
    const folder = new SourceFixture();
    folder.write('latin.csv', Buffer.from(`${LINES}gr\u00fc\u00dfe\n`, 'latin1'));
    const latin = Buffer.concat([Buffer.from(LINES), Buffer.from('grüße\n', 'latin1'), Buffer.from('end\n')]);
    folder.write('half.csv', latin);
    folder.write('last.csv', Buffer.concat([Buffer.from('ok\n'), Buffer.from([0xe2, 0x82])]));
    expect(await read(folder.path, 'half.csv')).toMatchObject({
      text: LINES,
      fault: 'half.csv, line 20001: It is not UTF-8 from here on. Convert it to UTF-8 first.',
    });
    expect((await read(folder.path, 'last.csv')).fault).toMatch(/^last.csv, line 2: It is not UTF-8/);
  });

  it.each([
    ['utf16.csv', Buffer.from('\uFEFFid,title\n', 'utf16le'), /UTF-16. Convert it to UTF-8 first/],
    ['posts.7z', Buffer.from('377abcaf271c0004', 'hex'), /7z archive/],
    ['posts.csv', Buffer.from('504b030414000000', 'hex'), /zip archive/],
    ['posts.csv.gz', Buffer.from('id,title\n'), /named .gz but is not a gzip file/],
  ])('says what %s is before reading it', async (name, content, message) => {
    const folder = new SourceFixture();
    folder.write(name, content);
    expect((await read(folder.path, name)).fault).toMatch(message);
  });

  it('takes an empty file as no text', async () => {
    const folder = new SourceFixture();
    folder.write('empty.csv', '');
    folder.write('empty.csv.gz', '');
    expect(await read(folder.path, 'empty.csv')).toMatchObject({ text: '', fault: null });
    expect(await read(folder.path, 'empty.csv.gz')).toMatchObject({ text: '', fault: null });
  });

  it('says which file is missing, and that a folder is', async () => {
    const folder = new SourceFixture();
    folder.write('sub/rows.csv', 'a\n');
    expect((await read(folder.path, 'posts.csv')).fault).toMatch(/^posts.csv: There is no such file in .*posts.csv.gz/);
    expect((await read(folder.path, 'sub')).fault).toMatch(/^sub: There is no such file/);
    expect((await read(folder.path, 'sub/rows.csv')).text).toBe('a\n');
    await expect(SourceFolder.at(`${folder.path}/nowhere`)).rejects.toThrow(/There is no such file or folder/);
  });

  it('takes one file alone, and sees nothing beside it', async () => {
    const folder = new SourceFixture();
    const path = folder.write('topics.json.gz', '[]');
    folder.write('other.json', '[]');
    const alone = await SourceFolder.at(path);
    expect(await alone.names(/\.json$/)).toEqual(['topics.json']);
    expect(await alone.find('other.json')).toBeNull();
    expect((await alone.need('topics.json')).name).toBe('topics.json.gz');
    expect(await (await SourceFolder.at(folder.path)).names(/\.json$/)).toEqual(['other.json', 'topics.json']);
    expect(alone.files()).toEqual([{ path, bytes: 22, changedAt: expect.any(Number) }]);
  });
});
