import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { SaxesParser } from 'saxes';

/** One `<row .../>` of a dump: its attributes. */
export type Row = Readonly<Record<string, string>>;

/** Streams the rows of one file of a Stack Exchange dump; a broken file is an error, not an end. */
export async function* rowsOf(folder: string, file: string): AsyncGenerator<Row> {
  const parser = new SaxesParser();
  let rows: Row[] = [];
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'row') rows.push(attributes as Row);
  });
  parser.on('error', (error) => {
    throw error;
  });
  const text = createReadStream(join(folder, `${file}.xml.gz`))
    .pipe(createGunzip())
    .setEncoding('utf8');
  for await (const chunk of text) {
    parser.write(chunk as string);
    yield* rows;
    rows = [];
  }
  parser.close();
}
