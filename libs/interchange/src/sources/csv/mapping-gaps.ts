/** So many different values of a column are named; the others are counted together. */
const NAMED_VALUES = 20;
const LONGEST_VALUE = 40;

/** What a table holds and its mapping says nothing of. */
export class MappingGaps {
  private readonly named = new Map<string, Set<string>>();
  private readonly filled = new Map<string, number>();

  /** How a value is counted that the mapping does not name. */
  ofValue(file: string, column: string, value: string): string {
    const key = `${file}\n${column}`;
    const known = this.named.get(key) ?? new Set<string>();
    this.named.set(key, known);
    const shown = value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
    if (known.size < NAMED_VALUES) known.add(shown);
    return known.has(shown)
      ? `value “${shown}” of the column ${column} of ${file}, which the mapping does not name`
      : `other values of the column ${column} of ${file}, which the mapping does not name`;
  }

  /** Counts the cells of columns that nothing reads. */
  count(columns: readonly string[], cells: Readonly<Record<string, string>>): void {
    for (const column of columns) {
      if ((cells[column] ?? '').trim() !== '') this.filled.set(column, (this.filled.get(column) ?? 0) + 1);
    }
  }

  /** What to say of the columns that nothing reads, when the table is over. */
  *ofColumns(file: string): Generator<string> {
    for (const [column, cells] of this.filled) {
      yield `column ${column} of ${file}, which the mapping does not use (${cells} values)`;
    }
    this.filled.clear();
  }
}
