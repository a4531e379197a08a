import { instantOf } from '../../rows/instant';
import type { CsvMapping, MappedTable, RowCondition } from './csv-mapping';
import { readField, type FieldDefaults } from './read-field';
import { TABLE_KIND_NAMES, TABLE_KINDS, type FieldRule, type TableKind } from './table-kinds';
import { readDates } from './read-dates';
import { YamlNode } from './yaml-node';

const TOP = ['version', 'origin', 'site', 'implied', 'separator', 'lenient', 'nothing', 'format', 'dates', 'files'];
const TABLE = [
  'file',
  'rows',
  'columns',
  'redirects',
  'leaveOut',
  'ignore',
  'byAsker',
  'separator',
  'lenient',
  'nothing',
  'format',
  'dates',
];

/** Reads a mapping file. Throws a SourceFault that names the key and the line where it says what none may say. */
export function readMapping(text: string, file: string): CsvMapping {
  const top = YamlNode.parse(text, file);
  top.keys(TOP);
  if (top.need('version').text() !== '1') throw top.need('version').fault('This release reads version 1.');
  const files = top.need('files');
  if (!files.isList) throw files.fault('A list of files belongs here.');
  const tables = files.list().map((node) => readTable(node, top));
  return {
    origin: top.at('origin')?.text() ?? 'csv',
    site: readSite(top.at('site')),
    implied: (top.at('implied')?.list() ?? []).map((node) => node.oneOf(['members', 'products'])),
    tables: tables.toSorted((a, b) => TABLE_KIND_NAMES.indexOf(a.kind) - TABLE_KIND_NAMES.indexOf(b.kind)),
  };
}

function readTable(node: YamlNode, top: YamlNode): MappedTable {
  node.keys(TABLE);
  const of = (key: string) => node.at(key) ?? top.at(key);
  const kind = node.need('rows').oneOf(TABLE_KIND_NAMES);
  const byAsker = node.at('byAsker');
  if (byAsker && kind !== 'answers') throw byAsker.fault('Only rows of answers have this.');
  const dates = of('dates');
  return {
    node,
    file: node.need('file').text(),
    kind,
    separator: of('separator')?.text() ?? ',',
    lenient: of('lenient')?.flag() ?? false,
    nothing: (of('nothing')?.list() ?? []).map((text) => text.text()),
    columns: readColumns(node.need('columns'), kind, {
      format: of('format')?.oneOf(['HTML', 'MARKDOWN']) ?? 'MARKDOWN',
      dateOf: dates ? readDates(dates) : instantOf,
    }),
    redirects: (node.at('redirects')?.list() ?? []).map((pattern) => readPattern(pattern, kind)),
    leaveOut: (node.at('leaveOut')?.list() ?? []).map(readLeaveOut),
    ignore: (node.at('ignore')?.list() ?? []).map((column) => ({ node: column, column: column.text() })),
    byAsker: byAsker?.oneOf(['COMMENT', 'FOLLOW_UP']) ?? 'FOLLOW_UP',
  };
}

function readColumns(node: YamlNode, kind: TableKind, defaults: FieldDefaults): MappedTable['columns'] {
  const rules: Readonly<Record<string, FieldRule>> = TABLE_KINDS[kind];
  const fields = node.keys(Object.keys(rules)).map((name) => {
    const rule = rules[name];
    return [name, rule ? readField(node.need(name), rule.type, defaults) : []] as const;
  });
  for (const [name, rule] of Object.entries(rules)) if (rule.needed) node.need(name);
  if (kind === 'comments' && !node.at('topic') && !node.at('answer')) {
    throw node.fault('What the comments are on is missing: name the column of the topic, of the answer, or both.');
  }
  return Object.fromEntries(fields);
}

function readPattern(node: YamlNode, kind: TableKind): MappedTable['redirects'][number] {
  const pattern = node.text();
  if (!pattern.startsWith('/')) throw node.fault('A path that begins with / belongs here, with columns in braces.');
  if (kind === 'meToos' || kind === 'links') throw node.fault(`Rows of ${kind} have no address.`);
  return { node, pattern };
}

function readLeaveOut(node: YamlNode): RowCondition & { as: string } {
  node.keys(['column', 'values', 'as']);
  const values = node.need('values').list();
  return {
    node: node.need('column'),
    column: node.need('column').text(),
    cells: new Set(values.map((value) => value.text().toLowerCase())),
    as: node.need('as').text(),
  };
}

function readSite(node: YamlNode | null): string | null {
  if (node === null) return null;
  if (/^https?:\/\/[^\s/]+\/?$/.test(node.text())) return node.text();
  throw node.fault('An address such as https://forum.example.com belongs here.');
}
