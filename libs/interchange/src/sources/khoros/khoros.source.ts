import { rowsOfCsv } from '../../reading/rows-of-csv';
import { SourceFolder } from '../../reading/source-folder';
import { snakeCase } from '../rows/snake-case';
import type { Found, Place, Source, SourceFile } from '../source';
import type { SourceOptions } from '../source-options';
import { KhorosMapper, type KhorosRow } from './khoros.mapper';

/** A table, and what becomes of its rows. */
interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly optional?: boolean;
  readonly rowOf: (mapper: KhorosMapper, row: KhorosRow, at: Place) => Found[];
}

const NODE_COLUMNS = ['node_id', 'parent_node_id'];
const MESSAGE_COLUMNS = [
  'unique_id',
  'id',
  'root_id',
  'parent_id',
  'node_id',
  'user_id',
  'subject',
  'body',
  'post_date',
  'attributes',
];

/** In the order in which they are read: what others name comes before them. */
const TABLES: readonly Table[] = [
  {
    name: 'settings',
    columns: ['node_id', 'param', 'nvalue'],
    optional: true,
    rowOf: (mapper, row, at) => mapper.setting(row, at),
  },
  { name: 'nodes', columns: NODE_COLUMNS, optional: true, rowOf: (mapper, row, at) => mapper.node(row, at) },
  { name: 'nodes', columns: NODE_COLUMNS, optional: true, rowOf: (mapper, row, at) => mapper.product(row, at) },
  { name: 'users', columns: ['id', 'nlogin'], rowOf: (mapper, row, at) => mapper.user(row, at) },
  {
    name: 'tags_label',
    columns: ['tag_id', 'tag_text'],
    optional: true,
    rowOf: (mapper, row, at) => mapper.label(row, at),
  },
  {
    name: 'tag_events_label_message',
    columns: ['target_id', 'tag_id'],
    optional: true,
    rowOf: (mapper, row, at) => mapper.labelOfMessage(row, at),
  },
  {
    name: 'tag_events_score_message',
    columns: ['source_id', 'target_id'],
    optional: true,
    rowOf: (mapper, row, at) => mapper.kudo(row, at),
  },
  { name: 'message2', columns: MESSAGE_COLUMNS, rowOf: (mapper, row, at) => mapper.message(row, at) },
];

/**
 * A Khoros (once Lithium) community: a folder with tables of its database as CSV, each named like the table. Messages and
 * users are needed; nodes and their settings make products, labels tags, and scores votes. In memory are eight bytes for
 * each kudo and each label of a message, and a bit for each user.
 */
export class KhorosSource implements Source {
  readonly origin: string;
  readonly baseUrl?: string;
  private folder: SourceFolder | null = null;

  constructor(
    private readonly path: string,
    { origin = 'khoros', site }: SourceOptions = {},
  ) {
    this.origin = origin;
    this.baseUrl = site;
  }

  async files(): Promise<readonly SourceFile[]> {
    const folder = await this.opened();
    for (const { name, optional } of TABLES) await (optional ? folder.find(`${name}.csv`) : folder.need(`${name}.csv`));
    return folder.files();
  }

  async *records(): AsyncGenerator<Found> {
    const folder = await this.opened();
    const mapper = new KhorosMapper();
    const used = new Set<string>();
    for (const { name, columns, optional, rowOf } of TABLES) {
      const file = `${name}.csv`;
      const text = await (optional ? folder.find(file) : folder.need(file));
      const again = used.has(name);
      used.add(name);
      if (text === null) continue;
      for await (const row of rowsOfCsv(text, { columns, nameOf: snakeCase, lenient: true })) {
        const at = { file: text.name, line: row.line };
        if (!('fault' in row)) yield* rowOf(mapper, row.cells, at);
        else if (!again) yield { at, fault: row.fault };
      }
    }
    for (const name of await folder.names(/\.csv$/i)) {
      if (!used.has(name.replace(/\.csv$/i, ''))) yield { at: { file: name, line: 1 }, leftOut: 'other tables' };
    }
  }

  progress(): number {
    return this.folder?.progress() ?? 0;
  }

  private async opened(): Promise<SourceFolder> {
    return (this.folder ??= await SourceFolder.at(this.path));
  }
}
