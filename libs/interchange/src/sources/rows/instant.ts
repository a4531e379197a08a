import type { Instant } from '../../format/record-parts';

/** A date, perhaps a time of day, perhaps a zone: `2013/07/16 10:02:02 +0000`, `2014-01-05T09:00:00Z`, `2014-01-05 09:00:00`. */
const DATE =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
/** Whatever a year is, it is none of a community: what a wrong unit (seconds for milliseconds) gives. */
const FIRST = Date.UTC(1990, 0, 1);
const LAST = Date.UTC(2200, 0, 1);

/** The moment that a date of a source means, UTC where it names no zone; null where it is no date. */
export function instantOf(text: string): Instant | null {
  const parts = DATE.exec(text.trim());
  if (!parts) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const millis = Number((parts[7] ?? '').padEnd(3, '0').slice(0, 3));
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second, millis));
  const real = local.getUTCMonth() === month - 1 && local.getUTCDate() === day && local.getUTCHours() === hour;
  return real && minute < 60 && second < 61 ? instantOfMillis(local.getTime() - offsetOf(parts[8])) : null;
}

/** The moment so many milliseconds after 1970 began; null where no community can have lived then. */
export function instantOfMillis(millis: number): Instant | null {
  return millis >= FIRST && millis < LAST ? new Date(millis).toISOString() : null;
}

function offsetOf(zone: string | undefined): number {
  const parts = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '');
  if (!parts) return 0;
  const minutes = Number(parts[2]) * 60 + Number(parts[3]);
  return (parts[1] === '-' ? -minutes : minutes) * 60_000;
}
