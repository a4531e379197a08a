/** What a change did to one field. */
export interface FieldChange {
  readonly from: unknown;
  readonly to: unknown;
}

/** The fields of `next` that differ from those of `before`, each with both values: what an event tells of an edit. */
export function changesBetween<Next extends object>(
  before: { readonly [Name in keyof Next]: unknown },
  next: Next,
): Record<string, FieldChange> {
  const names = Object.keys(next) as (keyof Next & string)[];
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(next[name]))
      .map((name) => [name, { from: before[name], to: next[name] }]),
  );
}
