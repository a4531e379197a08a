/**
 * Writes tsqueries. What people typed enters them as lexemes only, quoted, so that nothing they type is an operator.
 * An empty text is a query that asks for nothing.
 */
export function lexeme(name: string, weights = ''): string {
  return `'${name.replace(/['\\]/g, (sign) => sign + sign)}'${weights && `:${weights}`}`;
}

/** What begins so. */
export function beginningWith(name: string, weights = ''): string {
  return lexeme(name, `*${weights}`);
}

/** Where all are. */
export function allOf(parts: readonly string[]): string {
  return joined(parts, ' & ');
}

/** Where any is. */
export function anyOf(parts: readonly string[]): string {
  return joined(parts, ' | ');
}

/** Where it is not. */
export function noneOf(parts: readonly string[]): string {
  return anyOf(parts) && `!${anyOf(parts)}`;
}

function joined(parts: readonly string[], operator: string): string {
  const some = [...new Set(parts.filter(Boolean))];
  return some.length > 1 ? `(${some.join(operator)})` : (some[0] ?? '');
}
