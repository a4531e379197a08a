import { SourceFixture } from '../../../../test/support/source-fixture';
import { SourceFault } from '../sources/source.fault';
import { checkXml, rowsOfXml } from './rows-of-xml';
import { SourceFolder } from './source-folder';
import type { XmlRow } from './xml-table';

async function rowsOf(content: string): Promise<{ rows: XmlRow[]; fault: string | null }> {
  const folder = new SourceFixture();
  const text = await (await SourceFolder.at(folder.write('Posts.xml', content))).need('Posts.xml');
  const rows: XmlRow[] = [];
  try {
    for await (const row of rowsOfXml(text, 'posts')) rows.push(row);
    return { rows, fault: null };
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return { rows, fault: error.message };
  }
}

const START = '\uFEFF<?xml version="1.0" encoding="utf-8"?>\r\n<posts>\r\n';

describe('rowsOfXml', () => {
  it('gives the attributes of rows, with the line on which each begins', async () => {
    const { rows, fault } = await rowsOf(
      `${START}  <row Id="1" Body="&lt;p&gt;a &amp;amp; b&#xA;c&lt;/p&gt;" />\r\n  <row\r\n    Id="2" />\r\n  <row Id="3"/></posts>\r\n`,
    );
    expect(fault).toBeNull();
    expect(rows).toEqual([
      { line: 3, attributes: { Id: '1', Body: '<p>a &amp; b\nc</p>' } },
      { line: 4, attributes: { Id: '2' } },
      { line: 6, attributes: { Id: '3' } },
    ]);
  });

  it('gives a row with a character that XML does not allow as a fault of that row', async () => {
    const { rows, fault } = await rowsOf(
      `${START}<row Id="1" B="a&#x1;"/>\n<row Id="2" Id="3"/>\n<row Id="4"/></posts>`,
    );
    expect(fault).toBeNull();
    expect(rows).toEqual([
      { line: 3, fault: expect.stringMatching(/^An attribute/) },
      { line: 4, fault: expect.stringMatching(/^An attribute/) },
      { line: 5, attributes: { Id: '4' } },
    ]);
  });

  it.each([
    ['cut between rows', `${START}<row Id="1"/>\n<row Id="2"/>\n`, 2, /line 5: The file ends in the middle/],
    ['cut within a row', `${START}<row Id="1"/>\n<row Id="2" Bo`, 1, /line 4: The file ends in the middle/],
    ['broken', `${START}<row Id="1"/>\n<row Id="2" <row Id="3"/></posts>`, 1, /line 4: It is not XML from here on/],
    ['with text in it', `${START}<row Id="1">\n<b/></row></posts>`, 1, /line 4: There is an element within a row/],
    ['another table', `<users><row Id="1"/></users>`, 0, /line 1: It begins with <users>, not with <posts>/],
    ['with a DTD', `<!DOCTYPE posts [<!ENTITY a "b">]><posts><row Id="&a;"/></posts>`, 0, /has a DTD/],
    ['with an unknown entity', `${START}<row Id="&a;"/></posts>`, 0, /undefined entity/],
    ['with a NUL', `${START}<row Id="1"/>\n<row Id="\0"/></posts>`, 1, null],
    ['empty', '', 0, /empty: <posts> is missing/],
    ['something else', 'id,title\n1,a\n', 0, /not XML/],
  ])('a file that is %s', async (_, content, good, message) => {
    const { rows, fault } = await rowsOf(content);
    expect(rows.filter((row) => 'attributes' in row)).toHaveLength(good);
    if (message === null) expect(fault).toBeNull();
    else expect(fault).toMatch(message);
  });

  it('looks at the beginning alone', async () => {
    const folder = new SourceFixture();
    const source = await SourceFolder.at(folder.path);
    folder.write('Posts.xml', `${START}<row Id="1"/>`);
    const text = await source.need('Posts.xml');
    await expect(checkXml(text, 'posts')).resolves.toBeUndefined();
    await expect(checkXml(text, 'users')).rejects.toThrow(/begins with <posts>/);
  });
});
