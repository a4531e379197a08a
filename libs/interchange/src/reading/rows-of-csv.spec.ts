import { SourceFixture } from '../../../../test/support/source-fixture';
import { SourceFault } from '../sources/source.fault';
import { columnsOfCsv, rowsOfCsv } from './rows-of-csv';
import { SourceFolder } from './source-folder';
import type { CsvShape, TableRow } from './table-row';

async function rowsOf(content: string, shape: CsvShape = {}): Promise<{ rows: TableRow[]; fault: string | null }> {
  const folder = new SourceFixture();
  const text = await (await SourceFolder.at(folder.write('t.csv', content))).need('t.csv');
  const rows: TableRow[] = [];
  try {
    for await (const row of rowsOfCsv(text, shape)) rows.push(row);
    return { rows, fault: null };
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return { rows, fault: error.message };
  }
}

describe('rowsOfCsv', () => {
  it('gives rows by the names of the columns, with the line on which each begins', async () => {
    const { rows, fault } = await rowsOf('id,text\n1,"two\nlines"\n\n2,"a ""quote"""\n3,\n4,end');
    expect(fault).toBeNull();
    expect(rows).toEqual([
      { line: 2, cells: { id: '1', text: 'two\nlines' } },
      { line: 5, cells: { id: '2', text: 'a "quote"' } },
      { line: 6, cells: { id: '3', text: '' } },
      { line: 7, cells: { id: '4', text: 'end' } },
    ]);
  });

  it('counts lines that end in CR LF, within quotes too', async () => {
    const { rows } = await rowsOf('id,text\r\n1,"two\r\nlines"\r\n2,b\r\n\r\n3,c\r\n');
    expect(rows.map(({ line }) => line)).toEqual([2, 4, 6]);
    expect(rows[0]).toMatchObject({ cells: { text: 'two\r\nlines' } });
  });

  it('takes another separator and names of the header as they are asked for', async () => {
    const shape = {
      separator: ';',
      nameOf: (name: string) => name.toLowerCase().replaceAll(' ', ''),
      columns: ['createdat'],
    };
    expect((await rowsOf('Created At;B,C\n1;2', shape)).rows).toEqual([
      { line: 2, cells: { createdat: '1', 'b,c': '2' } },
    ]);
  });

  it('gives a row of the wrong length as a fault of that row, and goes on', async () => {
    const { rows } = await rowsOf('id,text\n1\n2,b,c\n3,ok\n');
    expect(rows).toEqual([
      { line: 2, fault: 'The row has fewer cells than the header.' },
      { line: 3, fault: 'The row has more cells than the header.' },
      { line: 4, cells: { id: '3', text: 'ok' } },
    ]);
    expect((await rowsOf('id,text\n1\n', { lenient: true })).rows).toEqual([{ line: 2, cells: { id: '1', text: '' } }]);
  });

  it('gives a row with a quote that is out of place as a fault of that row', async () => {
    const content = 'id,text\n1,"say "hi" to all"\n2,b\n3,x "y"\n4,"long\ncell"\n';
    const { rows } = await rowsOf(content);
    const quotes = expect.stringMatching(/^A quote stands in the middle/);
    expect(rows).toEqual([
      { line: 2, fault: quotes },
      { line: 3, cells: { id: '2', text: 'b' } },
      { line: 4, fault: quotes },
      { line: 5, cells: { id: '4', text: 'long\ncell' } },
    ]);
    const { rows: taken } = await rowsOf('id,text\n3,x "y"\n', { lenient: true });
    expect(taken).toEqual([{ line: 2, cells: { id: '3', text: 'x "y"' } }]);
  });

  it('gives a NUL as a fault of its row', async () => {
    const { rows } = await rowsOf('id,text\n1,a\0b\n2,c\n');
    expect(rows).toEqual([
      { line: 2, fault: expect.stringMatching(/NUL/) },
      { line: 3, cells: { id: '2', text: 'c' } },
    ]);
  });

  it('takes a cell of a megabyte, and many rows over many pieces', async () => {
    const long = 'x'.repeat(1024 * 1024);
    const { rows } = await rowsOf(`id,text\n1,"${long}\n"\n${'2,"a\nb"\n'.repeat(50_000)}`);
    expect(rows).toHaveLength(50_001);
    expect(rows[0]).toEqual({ line: 2, cells: { id: '1', text: `${long}\n` } });
    expect(rows.at(-1)?.line).toBe(4 + 2 * 49_999);
  });

  it.each([
    ['', 't.csv: It is empty: a header with the names of the columns is missing.'],
    ['\n\n', 't.csv: It is empty: a header with the names of the columns is missing.'],
    ['id,body\n1,a\n', 't.csv, line 1: The header lacks: text. It has: id, body.'],
    ['id,text,id\n1,a,2\n', 't.csv, line 1: The header has these columns twice: id.'],
    ['id,"te"xt\n1,a\n', 't.csv, line 1: The header cannot be read: its quotes do not match.'],
  ])('refuses the header of %j', async (content, fault) => {
    expect(await rowsOf(content, { columns: ['id', 'text'] })).toEqual({ rows: [], fault });
  });

  it('says where the quote was opened that is not closed at the end of the file', async () => {
    const { rows, fault } = await rowsOf('id,text\n1,a\n2,"b\nc\nd');
    expect(rows).toHaveLength(1);
    expect(fault).toBe('t.csv, line 3: The file ends within a quoted cell of this row.');
  });

  it('gives up a row that never ends', async () => {
    const { rows, fault } = await rowsOf(`id,text\n1,a\n2,"${'x\n'.repeat(5 * 1024 * 1024)}`);
    expect(rows).toHaveLength(1);
    expect(fault).toBe('t.csv, line 3: A quote of this row is never closed.');
  });

  it('reads the header alone', async () => {
    const folder = new SourceFixture();
    const source = await SourceFolder.at(folder.path);
    folder.write('t.csv', 'id,text\n1,a,too many\n');
    folder.write('e.csv', '');
    expect(await columnsOfCsv(await source.need('t.csv'))).toEqual(['id', 'text']);
    await expect(columnsOfCsv(await source.need('t.csv'), { columns: ['x'] })).rejects.toThrow(/lacks: x/);
    await expect(columnsOfCsv(await source.need('e.csv'))).rejects.toThrow(/empty/);
  });
});
