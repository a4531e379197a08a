import { CsvTable } from './csv-table';
import type { SourceText } from './source-text';
import type { CsvShape, TableRow } from './table-row';

/**
 * The rows of a CSV file, streamed.
 * @throws SourceFault where the header lacks a column or has one twice, or where the file breaks: after the rows before
 */
export async function* rowsOfCsv(text: SourceText, shape: CsvShape = {}): AsyncGenerator<TableRow> {
  const table = new CsvTable(text.name, shape);
  for await (const chunk of text.chunks()) {
    const fault = await table.write(chunk);
    yield* table.take();
    if (fault) throw fault;
  }
  const fault = await table.end();
  yield* table.take();
  if (fault) throw fault;
}

/** The names of the header: to refuse a file before any is read. Throws as {@link rowsOfCsv} does. */
export async function columnsOfCsv(text: SourceText, shape: CsvShape = {}): Promise<readonly string[]> {
  const table = new CsvTable(text.name, shape);
  for await (const chunk of text.chunks()) {
    const fault = await table.write(chunk);
    if (fault && table.take().length === 0) throw fault;
    if (table.columns) return table.columns;
  }
  const fault = await table.end();
  if (fault) throw fault;
  return table.columns ?? [];
}
