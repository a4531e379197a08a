import { readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { columnsOfCsv, rowsOfCsv } from '../../reading/rows-of-csv';
import { SourceFolder } from '../../reading/source-folder';
import type { SourceText } from '../../reading/source-text';
import type { CsvShape } from '../../reading/table-row';
import { Fields } from '../rows/fields';
import { Findings } from '../rows/findings';
import { SourceFault } from '../source.fault';
import type { Found, Source, SourceFile } from '../source';
import { columnsOfPattern, CsvTables } from './csv-tables';
import type { CsvMapping, MappedTable } from './mapping/csv-mapping';
import { readMapping } from './mapping/read-mapping';
import type { YamlNode } from './mapping/yaml-node';
import { MappingGaps } from './mapping-gaps';
import { Solutions } from './solutions';

/** A table with the file that holds it. */
interface OpenTable {
  readonly table: MappedTable;
  readonly text: SourceText;
  /** Columns of the file that nothing reads. */
  readonly unused: readonly string[];
}

/** CSV files of which a mapping file says what they mean. The language of mappings is in docs/csv-mapping.md. */
export class CsvSource implements Source {
  private opened: readonly OpenTable[] = [];

  private constructor(
    readonly origin: string,
    private readonly mapping: CsvMapping,
    private readonly mappingFile: SourceFile,
    private readonly folder: SourceFolder,
  ) {}

  /**
   * @param path of the mapping file
   * @param folder where the CSV files are; where the mapping is, where nothing is said
   * @throws SourceFault where the mapping cannot be read, with the key and the line
   */
  static async open(
    path: string,
    options: { readonly folder?: string; readonly origin?: string } = {},
  ): Promise<CsvSource> {
    const found = await stat(path).catch(() => null);
    if (!found?.isFile()) throw new SourceFault({ file: path }, 'There is no such mapping file.');
    const mapping = readMapping(await readFile(path, 'utf8'), basename(path));
    const folder = await SourceFolder.at(options.folder ?? dirname(path));
    const file = { path, bytes: found.size, changedAt: Math.trunc(found.mtimeMs) };
    return new CsvSource(options.origin ?? mapping.origin, mapping, file, folder);
  }

  get baseUrl(): string | undefined {
    return this.mapping.site ?? undefined;
  }

  async files(): Promise<readonly SourceFile[]> {
    if (this.opened.length === 0) {
      const opened: OpenTable[] = [];
      for (const table of this.mapping.tables) opened.push(await this.openTable(table));
      this.opened = opened;
    }
    return [this.mappingFile, ...this.folder.files()];
  }

  progress(): number {
    return this.folder.progress();
  }

  async *records(): AsyncGenerator<Found> {
    await this.files();
    const solutions = new Solutions();
    const gaps = new MappingGaps();
    const tables = new CsvTables(solutions, gaps);
    const at = { file: basename(this.mappingFile.path), line: 1 };
    const { implied } = this.mapping;
    yield { at, record: { kind: 'community', format: 'answerhood', version: 1, implied } };
    for (const { table, text, unused } of this.opened) {
      for await (const row of rowsOfCsv(text, shapeOf(table))) {
        const place = { file: text.name, line: row.line };
        if ('fault' in row) yield { at: place, fault: row.fault };
        else {
          gaps.count(unused, row.cells);
          const fields = Fields.of(row.cells, table.nothing);
          yield* Findings.of(place, (findings) => tables.read(table, fields, findings));
        }
      }
      for (const gap of gaps.ofColumns(table.file)) yield { at: { file: text.name, line: 1 }, leftOut: gap };
    }
    for (let left = solutions.missing; left > 0; left--) {
      yield { at, leftOut: 'solutions that are not among the answers' };
    }
  }

  private async openTable(table: MappedTable): Promise<OpenTable> {
    const text = await this.folder.find(table.file);
    if (text === null) {
      throw table.node.need('file').fault(`There is no file ${table.file} in the folder, nor ${table.file}.gz.`);
    }
    const header = await columnsOfCsv(text, shapeOf(table));
    const used = usedColumns(table);
    for (const { node, column } of used) {
      if (header.includes(column)) continue;
      throw node.fault(`${table.file} has no column “${column}”. It has: ${header.join(', ').slice(0, 500)}.`);
    }
    const known = new Set(used.map(({ column }) => column));
    return { table, text, unused: header.filter((column) => column !== '' && !known.has(column)) };
  }
}

function shapeOf({ separator, lenient }: MappedTable): CsvShape {
  return { separator, lenient };
}

function usedColumns(table: MappedTable): { node: YamlNode; column: string }[] {
  const read = Object.values(table.columns).flat();
  return [
    ...read.flatMap(({ node, column }) => (column === null ? [] : [{ node, column }])),
    ...table.redirects.flatMap(({ node, pattern }) => columnsOfPattern(pattern).map((column) => ({ node, column }))),
    ...table.leaveOut,
    ...table.ignore,
  ];
}
