import { RECORD_FIELDS } from '../../format/record-fields';
import type { RecordKind } from '../../format/interchange-record';

type Keys = ReadonlyMap<string, ReadonlySet<string> | null>;

/** By kind: each key it may have, with the keys of what is an object itself. */
const KEYS: ReadonlyMap<string, Keys> = new Map(
  Object.entries(RECORD_FIELDS).map(([kind, fields]) => [
    kind,
    new Map(
      Object.entries<true | object>(fields).map(([key, shape]) => [
        key,
        shape === true ? null : new Set(Object.keys(shape)),
      ]),
    ),
  ]),
);

/** The keys of a record, `body.html` for one inside an object, that the format does not know. */
export function unknownKeys(kind: RecordKind, record: object): string[] {
  const known = KEYS.get(kind);
  const unknown: string[] = [];
  for (const [key, value] of Object.entries(record)) {
    const within = known?.get(key);
    if (within === undefined) unknown.push(key);
    else if (within !== null && isObject(value)) {
      for (const inner of Object.keys(value)) if (!within.has(inner)) unknown.push(`${key}.${inner}`);
    }
  }
  return unknown;
}

/** An object of JSON, and no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
