const SPECIAL = /["\\]/;
const EACH_SPECIAL = /["\\]/g;

/**
 * An array as PostgreSQL reads it, to be cast: `${arrayLiteral(words)}::text[]`. The driver's own way of writing arrays
 * takes as long as the rest of indexing where they have thousands of texts.
 */
export function arrayLiteral(values: readonly (string | number | null)[]): string {
  return `{${values.map(element).join(',')}}`;
}

function element(value: string | number | null): string {
  if (value === null || typeof value === 'number') return value === null ? 'NULL' : String(value);
  return `"${SPECIAL.test(value) ? value.replace(EACH_SPECIAL, '\\$&') : value}"`;
}
