/** A row of a table by the names of its columns, or why it cannot be read. `line` is where it begins. */
export type TableRow =
  | { readonly line: number; readonly cells: Readonly<Record<string, string>> }
  | { readonly line: number; readonly fault: string };

/** How a table is written. */
export interface CsvShape {
  /** Comma where nothing is said. */
  readonly separator?: string;
  /** What the header must have. */
  readonly columns?: readonly string[];
  /** Turns a name of the header into the one that is asked for. */
  readonly nameOf?: (name: string) => string;
  /** Takes rows with too few cells (the missing ones are empty) and quotes in the middle of a cell. */
  readonly lenient?: boolean;
}
