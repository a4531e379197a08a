/** Names that stand in a list, in a text with commas, or in objects that have a name; each once. */
export function namesIn(value: unknown): string[] {
  const parts = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [];
  const names = parts.flatMap((part: unknown) => (typeof part === 'string' ? part : nameOf(part)));
  return [...new Set(names.map((name) => name.replace(/\s+/gu, ' ').trim()).filter((name) => name !== ''))];
}

function nameOf(part: unknown): string[] {
  const name: unknown = typeof part === 'object' && part !== null ? Reflect.get(part, 'name') : null;
  return typeof name === 'string' ? [name] : [];
}
