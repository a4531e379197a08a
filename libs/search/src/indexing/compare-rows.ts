/** A row of a table, or what is indexed of it. */
export interface StampedRow {
  readonly id: string;
  readonly stamp: string;
}

/** What a look at a stretch of ids has shown. */
export interface Comparison {
  /** What has to be written, in the order of ids. */
  readonly ids: readonly string[];
  /** All up to this id has been compared; null: all there is. */
  readonly end: string | null;
  /** How many things that were. */
  readonly seen: number;
}

/** How rows are compared. */
export interface Comparing {
  /** How many rows were asked for: a side that has as many may have more. */
  readonly window: number;
  /** How many ids are wanted at most. */
  readonly limit: number;
  /** Whether also those are wanted that are the same on both sides. */
  readonly all: boolean;
}

/** Compares what there is with what is indexed, both in the order of ids from the same id on. */
export function compareRows(
  there: readonly StampedRow[],
  indexed: readonly StampedRow[],
  { window, limit, all }: Comparing,
): Comparison {
  const ends = [there, indexed].filter(({ length }) => length >= window).map((rows) => rows.at(-1)?.id ?? '');
  const bound = ends.length > 0 ? ends.reduce((a, b) => (a < b ? a : b)) : null;
  const stamps = new Map(there.map(({ id, stamp }) => [id, stamp]));
  const kept = new Map(indexed.map(({ id, stamp }) => [id, stamp]));
  const ids = [...new Set([...stamps.keys(), ...kept.keys()])].filter((id) => bound === null || id <= bound).sort();
  const wanted = all ? ids : ids.filter((id) => stamps.get(id) !== kept.get(id));
  if (wanted.length <= limit) return { ids: wanted, end: bound, seen: ids.length };
  const end = wanted[limit - 1] ?? null;
  return { ids: wanted.slice(0, limit), end, seen: ids.findIndex((id) => id === end) + 1 };
}
