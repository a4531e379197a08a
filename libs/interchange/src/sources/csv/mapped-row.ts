import type { Instant, Text } from '../../format/record-parts';
import type { Fields } from '../rows/fields';
import type { Findings } from '../rows/findings';
import { RowFault } from '../rows/row.fault';
import type { FieldSource, MappedTable } from './mapping/csv-mapping';
import type { MappingGaps } from './mapping-gaps';

/** One row, read by the names that the mapping gives its columns. What is missing is null. */
export class MappedRow {
  constructor(
    private readonly table: MappedTable,
    private readonly row: Fields,
    private readonly findings: Findings,
    private readonly gaps: MappingGaps,
  ) {}

  id(name: string): string {
    return this.needed(name, this.maybeId(name));
  }

  maybeId(name: string): string | null {
    const source = this.only(name);
    if (!source) return null;
    if (source.column === null) return source.value;
    const id = this.row.maybeId(source.column);
    return id === null ? null : (source.values?.get(id.toLowerCase()) ?? id);
  }

  line(name: string): string | null {
    const source = this.only(name);
    return source ? this.lineOf(source) : null;
  }

  body(name: string): Text | null {
    const source = this.only(name);
    if (!source) return null;
    const text = source.column === null ? source.value : this.row.text(source.column);
    if (text === null) return null;
    return { text, format: source.format };
  }

  moment(name: string): Instant {
    return this.needed(name, this.maybeMoment(name));
  }

  maybeMoment(name: string): Instant | null {
    const source = this.only(name);
    const text = source ? this.lineOf(source) : null;
    if (!source || text === null) return null;
    const moment = source.dateOf(text);
    if (moment === null) throw new RowFault(`The column ${source.column ?? name} must be a date as the mapping says.`);
    return moment;
  }

  count(name: string): number | null {
    const source = this.only(name);
    if (!source) return null;
    if (source.column === null) return Number(source.value);
    const meant = source.values ? this.row.line(source.column)?.toLowerCase() : undefined;
    const value = meant === undefined ? undefined : source.values?.get(meant);
    return value === undefined ? this.row.count(source.column) : Number(value);
  }

  flag(name: string): boolean {
    const source = this.only(name);
    if (!source) return false;
    if (source.column !== null && !source.values) return this.row.flag(source.column);
    return this.wordOf(source) === 'yes';
  }

  /** One of the product's words: what the mapping makes of the cell, or the cell itself where it is one. */
  choice<W extends string>(name: string, words: readonly W[]): W | null {
    const source = this.only(name);
    const word = source ? this.wordOf(source) : null;
    return words.find((candidate) => candidate === word) ?? null;
  }

  /** The elements of a list, of all the columns that make it. */
  all(name: string): string[] {
    const found = (this.table.columns[name] ?? []).flatMap((source) => {
      const text = this.lineOf(source, false) ?? '';
      const parts = source.separator === null ? [text] : text.split(source.separator);
      return parts.map((part) => source.values?.get(part.trim().toLowerCase()) ?? part.trim());
    });
    return [...new Set(found)].filter((part) => part !== '');
  }

  private only(name: string): FieldSource | undefined {
    return this.table.columns[name]?.[0];
  }

  private lineOf(source: FieldSource, mapped = true): string | null {
    if (source.column === null) return source.value;
    const line = this.row.line(source.column);
    return line !== null && mapped ? (source.values?.get(line.toLowerCase()) ?? line) : line;
  }

  private wordOf(source: FieldSource): string | null {
    if (source.column === null) return source.value;
    const cell = this.row.line(source.column) ?? '';
    const meant = source.values?.get(cell.toLowerCase());
    if (meant !== undefined) return meant;
    const choices = typeof source.type === 'object' && !source.values ? source.type.choice : [];
    const word = choices.find((choice) => choice.toLowerCase() === cell.toLowerCase());
    if (word === undefined && source.otherwise === null && cell !== '') {
      this.findings.leaveOut(this.gaps.ofValue(this.table.file, source.column, cell));
    }
    return word ?? source.otherwise;
  }

  private needed<V>(name: string, value: V | null): V {
    if (value !== null) return value;
    throw new RowFault(`The column ${this.only(name)?.column ?? name} is empty.`);
  }
}
