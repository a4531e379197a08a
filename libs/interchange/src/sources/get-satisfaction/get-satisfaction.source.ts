import { listsOfJson } from '../../reading/lists-of-json';
import { rowsOfCsv } from '../../reading/rows-of-csv';
import { SourceFolder } from '../../reading/source-folder';
import { snakeCase } from '../rows/snake-case';
import type { Found, Place, Source, SourceFile } from '../source';
import { SourceFault } from '../source.fault';
import type { SourceOptions } from '../source-options';
import { GetSatisfactionCsvMapper, type GetSatisfactionRow } from './get-satisfaction-csv.mapper';
import { GetSatisfactionJsonMapper } from './get-satisfaction-json.mapper';

const JSON_FILES = /\.json$/i;
const LISTS = ['data', 'topics', 'replies', 'people', 'products'];

/** A table of the vendor's CSV set, and what becomes of its rows. */
interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly optional?: boolean;
  readonly rowOf: (mapper: GetSatisfactionCsvMapper, row: GetSatisfactionRow, at: Place) => Found[];
}

/** In the order in which they are read: posts are by users, and topics in categories. */
const TABLES: readonly Table[] = [
  { name: 'users.csv', columns: ['user_id', 'nick'], rowOf: (mapper, row, at) => mapper.user(row, at) },
  {
    name: 'categories.csv',
    columns: ['id', 'name'],
    optional: true,
    rowOf: (mapper, row, at) => mapper.category(row, at),
  },
  {
    name: 'topics.csv',
    columns: ['id', 'subject', 'created_at', 'user_id'],
    rowOf: (mapper, row, at) => mapper.topic(row, at),
  },
  {
    name: 'replies.csv',
    columns: ['id', 'topic_id', 'content', 'created_at', 'user_id'],
    optional: true,
    rowOf: (mapper, row, at) => mapper.reply(row, at),
  },
];

/**
 * A Get Satisfaction community: a file or a folder of lists that its JSON API gave (`{total, data: […]}` or bare), or
 * the folder of CSV tables that the vendor gave to its customers.
 */
export class GetSatisfactionSource implements Source {
  readonly origin: string;
  readonly baseUrl?: string;
  private folder: SourceFolder | null = null;

  constructor(
    private readonly path: string,
    { origin = 'getsatisfaction', site }: SourceOptions = {},
  ) {
    this.origin = origin;
    this.baseUrl = site;
  }

  async files(): Promise<readonly SourceFile[]> {
    const folder = await this.opened();
    const lists = await folder.names(JSON_FILES);
    for (const name of lists) await folder.need(name);
    if (lists.length === 0) {
      for (const { name, optional } of TABLES) await (optional ? folder.find(name) : folder.need(name));
    }
    return folder.files();
  }

  async *records(): AsyncGenerator<Found> {
    const folder = await this.opened();
    const lists = await folder.names(JSON_FILES);
    const tables = await folder.names(/^topics\.csv$/);
    if (lists.length > 0 && tables.length > 0) {
      throw new SourceFault({ file: this.path }, 'It holds both JSON lists and CSV tables: import them one by one.');
    }
    yield* lists.length > 0 ? this.ofLists(folder, lists) : this.ofTables(folder);
  }

  progress(): number {
    return this.folder?.progress() ?? 0;
  }

  private async *ofLists(folder: SourceFolder, names: readonly string[]): AsyncGenerator<Found> {
    const mapper = new GetSatisfactionJsonMapper();
    for (const file of names) {
      for await (const { line, value } of listsOfJson(await folder.need(file), LISTS)) {
        yield* mapper.map(value, { file, line });
      }
    }
  }

  private async *ofTables(folder: SourceFolder): AsyncGenerator<Found> {
    const mapper = new GetSatisfactionCsvMapper();
    for (const { name, columns, optional, rowOf } of TABLES) {
      const text = await (optional ? folder.find(name) : folder.need(name));
      if (text === null) continue;
      for await (const row of rowsOfCsv(text, { separator: ';', columns, nameOf: snakeCase, lenient: true })) {
        const at = { file: text.name, line: row.line };
        if ('fault' in row) yield { at, fault: row.fault };
        else yield* rowOf(mapper, row.cells, at);
      }
    }
  }

  private async opened(): Promise<SourceFolder> {
    return (this.folder ??= await SourceFolder.at(this.path));
  }
}
