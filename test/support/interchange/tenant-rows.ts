import type { Founder } from '../founder';

/** What is compared of two communities: a JSON text for each row, by table. */
export type TenantRows = Readonly<Record<string, readonly string[]>>;

// What can be found is indexed anew wherever a community is.
const TABLES = `SELECT table_name::text AS name FROM information_schema.columns
  WHERE column_name = 'community_id' AND table_schema = 'public' AND table_name NOT LIKE 'search\\_%' ORDER BY table_name`;

const PEOPLE = `SELECT (to_jsonb(x) - '{community_id,user_id}'::text[] || jsonb_build_object('address', coalesce(u.email, a.email)))::text AS row
  FROM members x LEFT JOIN users u ON u.id = x.user_id
    LEFT JOIN member_addresses a ON a.community_id = x.community_id AND a.member_id = x.id
  WHERE x.community_id = $1 ORDER BY 1`;

/** The members of a community with their addresses, whether or not there are users with these here. */
export async function peopleOf(founder: Founder, key: string): Promise<string[]> {
  return (await founder.sql<{ row: string }>(key, PEOPLE, [key])).map(({ row }) => row);
}

/**
 * Every row of every table of a community, but for which community it belongs to, and for what the import of an export
 * remembers of it.
 */
export async function tenantRows(founder: Founder, key: string, without: readonly string[]): Promise<TenantRows> {
  const tables = (await founder.sql<{ name: string }>(key, TABLES)).filter(({ name }) => !without.includes(name));
  const rows: Record<string, readonly string[]> = {};
  for (const { name } of tables) {
    const found = await founder.sql<{ row: string }>(
      key,
      `SELECT replace((to_jsonb(x) - 'community_id')::text, '${key}', 'here') AS row FROM ${name} x
       WHERE community_id = $1 ${name === 'external_records' ? `AND origin <> 'answerhood'` : ''} ORDER BY 1`,
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
