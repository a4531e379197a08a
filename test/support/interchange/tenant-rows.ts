import type { Founder } from '../founder';

/** What is compared of two communities: a JSON text for each row, by table. */
export type TenantRows = Readonly<Record<string, readonly string[]>>;

const TABLES = `SELECT table_name::text AS name FROM information_schema.columns
  WHERE column_name = 'community_id' AND table_schema = 'public' ORDER BY table_name`;

/** Every row of every table of a community, but for which community it belongs to. */
export async function tenantRows(founder: Founder, key: string, without: readonly string[]): Promise<TenantRows> {
  const tables = (await founder.sql<{ name: string }>(key, TABLES)).filter(({ name }) => !without.includes(name));
  const rows: Record<string, readonly string[]> = {};
  for (const { name } of tables) {
    const found = await founder.sql<{ row: string }>(
      key,
      `SELECT replace((to_jsonb(x) - 'community_id')::text, '${key}', 'here') AS row FROM ${name} x
       WHERE community_id = $1 ORDER BY 1`,
      [key],
    );
    rows[name] = found.map(({ row }) => row);
  }
  const [own] = await founder.sql<{ row: string }>(
    key,
    `SELECT (to_jsonb(x) - '{id,slug,version}'::text[])::text AS row FROM communities x WHERE id = $1`,
    [key],
  );
  return { ...rows, communities: own ? [own.row] : [] };
}

/** Rows that only one of two communities has. */
export function differences(one: TenantRows, other: TenantRows): Record<string, { gone: string[]; come: string[] }> {
  const found: Record<string, { gone: string[]; come: string[] }> = {};
  for (const table of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [here, there] = [new Set(one[table]), new Set(other[table])];
    const gone = [...here].filter((row) => !there.has(row));
    const come = [...there].filter((row) => !here.has(row));
    if (gone.length + come.length > 0) found[table] = { gone, come };
  }
  return found;
}
