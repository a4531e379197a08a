import { parse, type CsvError } from 'csv-parse';
import { SourceFault } from '../sources/source.fault';
import { lineEndsIn } from './source-text';
import type { CsvShape, TableRow } from './table-row';

/** A row longer than this is a quote that was never closed. */
const LONGEST_ROW = 8 * 1024 * 1024;

const BAD_QUOTES = 'A quote stands in the middle of a cell: such a cell is quoted as a whole, and the quote doubled.';

/** Takes the text of a CSV file piece by piece, and gives its rows. */
export class CsvTable {
  /** The names of the header, once it has been read. */
  columns: readonly string[] | null = null;
  private readonly rows: TableRow[] = [];
  private readonly parser;
  private fault: SourceFault | null = null;
  /** The line on which the next row begins. */
  private next = 1;
  /** How far the parser's own count of lines is off: it counts some line ends within quotes twice. */
  private drift = 0;
  private emptyLines = 0;
  private skippedAt = 0;

  constructor(
    private readonly file: string,
    private readonly shape: CsvShape,
  ) {
    this.parser = parse({
      delimiter: shape.separator ?? ',',
      recordDelimiter: ['\r\n', '\n'],
      relaxColumnCount: true,
      relaxQuotes: shape.lenient ?? false,
      skipEmptyLines: true,
      skipRecordsWithError: true,
      maxRecordSize: LONGEST_ROW,
      onRecord: (cells: string[], at) => this.add(cells, at.lines, at.empty_lines),
      onSkip: (error) => this.skip(error),
    });
    this.parser.on('error', (error) => this.break(error));
    this.parser.resume();
  }

  /** The rows that were read since the last call. */
  take(): TableRow[] {
    return this.rows.splice(0);
  }

  /** Why the file cannot be read on, after the rows that could be; null while all is well. */
  write(text: string): Promise<SourceFault | null> {
    return new Promise((resolve) => this.parser.write(text, () => resolve(this.fault)));
  }

  /** The same, at the end of the file. */
  async end(): Promise<SourceFault | null> {
    await new Promise<void>((resolve) => this.parser.once('close', resolve).end());
    if (this.fault === null && this.columns === null) {
      this.fault = new SourceFault(
        { file: this.file },
        'It is empty: a header with the names of the columns is missing.',
      );
    }
    return this.fault;
  }

  private add(cells: string[], parserLine: number, emptyLines: number): null {
    if (this.fault) return null;
    let within = 0;
    for (const cell of cells) within += lineEndsIn(cell);
    const line = this.skippedAt > 0 ? parserLine - this.drift - within : this.next + (emptyLines - this.emptyLines);
    this.skippedAt = 0;
    this.emptyLines = emptyLines;
    this.drift = parserLine - line - within;
    this.next = line + within + 1;
    if (this.columns === null) this.columns = this.headerOf(cells);
    else this.rows.push(this.rowOf(this.columns, cells, line));
    return null;
  }

  private rowOf(columns: readonly string[], cells: string[], line: number): TableRow {
    if (cells.length > columns.length) return { line, fault: 'The row has more cells than the header.' };
    if (cells.length < columns.length && !this.shape.lenient) {
      return { line, fault: 'The row has fewer cells than the header.' };
    }
    const row: Record<string, string> = {};
    for (let at = 0; at < columns.length; at++) {
      const cell = cells[at] ?? '';
      if (cell.includes('\0')) return { line, fault: 'A cell holds the character NUL, which no text has.' };
      row[columns[at] ?? ''] = cell;
    }
    return { line, cells: row };
  }

  private headerOf(cells: string[]): string[] {
    const columns = cells.map((name) => (this.shape.nameOf ? this.shape.nameOf(name) : name.trim()));
    const twice = columns.filter((name, at) => columns.indexOf(name) !== at);
    const missing = (this.shape.columns ?? []).filter((name) => !columns.includes(name));
    if (twice.length > 0) {
      this.fault = this.faultAt(1, `The header has these columns twice: ${[...new Set(twice)].join(', ')}.`);
    } else if (missing.length > 0) {
      const has = columns.join(', ').slice(0, 500);
      this.fault = this.faultAt(1, `The header lacks: ${missing.join(', ')}. It has: ${has}.`);
    }
    return columns;
  }

  private skip(error: CsvError | undefined): undefined {
    const parserLine = Number(error?.['lines'] ?? 0);
    const line = this.skippedAt > 0 ? parserLine - this.drift : this.next;
    if (error?.code === 'CSV_QUOTE_NOT_CLOSED') {
      this.fault = this.faultAt(line, 'The file ends within a quoted cell of this row.');
    } else if (error?.code === 'CSV_MAX_RECORD_SIZE') {
      this.fault = this.faultAt(line, 'A quote of this row is never closed.');
      throw this.fault;
    } else if (this.columns === null) {
      this.fault = this.faultAt(1, 'The header cannot be read: its quotes do not match.');
    } else if (this.skippedAt !== parserLine) {
      this.rows.push({ line, fault: BAD_QUOTES });
    }
    this.skippedAt = parserLine;
    return undefined;
  }

  private break(error: Error): void {
    this.fault ??= this.faultAt(this.next, `It cannot be read on: ${error.message}`);
  }

  private faultAt(line: number, message: string): SourceFault {
    return new SourceFault({ file: this.file, line }, message);
  }
}
