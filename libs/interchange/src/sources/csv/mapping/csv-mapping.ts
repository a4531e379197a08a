import type { Instant } from '../../../format/record-parts';
import type { YamlNode } from './yaml-node';
import type { FieldType, TableKind } from './table-kinds';

/** Where a field comes from: a column, or the same for every row. */
export interface FieldSource {
  /** For faults. */
  readonly node: YamlNode;
  readonly type: FieldType;
  readonly column: string | null;
  /** As a cell would say it. */
  readonly value: string | null;
  /** What cells mean, by their text in lower case. */
  readonly values: ReadonlyMap<string, string> | null;
  /** What a cell means that `values` does not name. */
  readonly otherwise: string | null;
  /** Between the elements of a list in one cell. */
  readonly separator: string | null;
  readonly format: 'HTML' | 'MARKDOWN';
  readonly dateOf: (text: string) => Instant | null;
}

/** Rows whose cell in this column is one of these, in lower case. */
export interface RowCondition {
  readonly node: YamlNode;
  readonly column: string;
  readonly cells: ReadonlySet<string>;
}

/** One file of the source. */
export interface MappedTable {
  readonly node: YamlNode;
  readonly file: string;
  readonly kind: TableKind;
  readonly separator: string;
  readonly lenient: boolean;
  /** Texts that stand for nothing: `NULL`. */
  readonly nothing: readonly string[];
  readonly columns: Readonly<Record<string, readonly FieldSource[]>>;
  readonly redirects: readonly { readonly node: YamlNode; readonly pattern: string }[];
  /** Rows that are left out, and counted under this name. */
  readonly leaveOut: readonly (RowCondition & { readonly as: string })[];
  /** Columns that are left out on purpose, and not reported. */
  readonly ignore: readonly { readonly node: YamlNode; readonly column: string }[];
  /** What a reply by the asker is; of answers. */
  readonly byAsker: 'COMMENT' | 'FOLLOW_UP';
}

/** What a mapping file says. */
export interface CsvMapping {
  readonly origin: string;
  readonly site: string | null;
  readonly implied: readonly ('members' | 'products')[];
  readonly tables: readonly MappedTable[];
}
