import type { Instant } from '../../../format/record-parts';
import type { FieldSource } from './csv-mapping';
import { readDates } from './read-dates';
import type { FieldType } from './table-kinds';
import type { YamlNode } from './yaml-node';

/** What a file says for all its columns. */
export interface FieldDefaults {
  readonly format: 'HTML' | 'MARKDOWN';
  readonly dateOf: (text: string) => Instant | null;
}

const FLAGS = ['yes', 'no'] as const;

/** The places where a field comes from: lists may have several. `title` stands for `{column: title}`. */
export function readField(node: YamlNode, type: FieldType, defaults: FieldDefaults): FieldSource[] {
  if (node.isList && type !== 'ids' && type !== 'lines') {
    throw node.fault('Only one column belongs here.');
  }
  return node.list().map((place) => readPlace(place, type, defaults));
}

function readPlace(node: YamlNode, type: FieldType, defaults: FieldDefaults): FieldSource {
  const nothing = { value: null, values: null, otherwise: null, separator: null, ...defaults };
  if (!node.isMap) return { node, type, ...nothing, column: node.text() };
  node.keys(['column', 'value', ...optionsOf(type)]);
  const column = node.at('column')?.text() ?? null;
  const value = node.at('value');
  if ((column === null) === (value === null)) throw node.fault('One of column and value belongs here.');
  const values = node.at('values');
  const dates = node.at('dates');
  return {
    node,
    type,
    column,
    value: value ? wordOf(value, type) : null,
    values: values ? new Map(values.keys().map((cell) => [cell.toLowerCase(), wordOf(values.need(cell), type)])) : null,
    otherwise: wordAt(node.at('otherwise'), type),
    separator: node.at('separator')?.text() ?? null,
    format: node.at('format')?.oneOf(['HTML', 'MARKDOWN']) ?? defaults.format,
    dateOf: dates ? readDates(dates) : defaults.dateOf,
  };
}

function optionsOf(type: FieldType): string[] {
  if (type === 'body') return ['format'];
  if (type === 'moment') return ['dates'];
  if (type === 'flag' || typeof type === 'object') return ['values', 'otherwise'];
  return type === 'ids' || type === 'lines' ? ['separator', 'values'] : ['values'];
}

function wordAt(node: YamlNode | null, type: FieldType): string | null {
  return node ? wordOf(node, type) : null;
}

/** What a mapping says for all cells, or for one: checked here, so that no row has to say it. */
function wordOf(node: YamlNode, type: FieldType): string {
  if (typeof type === 'object') return node.oneOf(type.choice);
  if (type === 'flag') return FLAGS[node.flag() ? 0 : 1];
  if (type === 'count' && !/^\d{1,9}$/.test(node.text())) throw node.fault('A whole number belongs here.');
  return node.text();
}
