import type { SourceText } from './source-text';
import { XmlTable, type XmlRow } from './xml-table';

/**
 * The rows of an XML table (`<posts><row …/>…</posts>`), streamed.
 * @throws SourceFault where the file is another one, is cut or is not XML: after the rows before
 */
export async function* rowsOfXml(text: SourceText, root: string): AsyncGenerator<XmlRow> {
  const table = new XmlTable(text.name, root);
  for await (const chunk of text.chunks()) {
    const fault = table.write(chunk);
    yield* table.take();
    if (fault) throw fault;
  }
  const fault = table.end();
  if (fault) throw fault;
}

/** Refuses a file of which not even the beginning is such a table: before any is read. */
export async function checkXml(text: SourceText, root: string): Promise<void> {
  const table = new XmlTable(text.name, root);
  for await (const chunk of text.chunks()) {
    const fault = table.write(chunk);
    if (fault && table.take().length === 0) throw fault;
    if (table.begun) return;
  }
  const fault = table.end();
  if (fault) throw fault;
}
