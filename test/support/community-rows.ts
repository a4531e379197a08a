import type { Founder, TestCommunity } from './founder';

const TABLES = `SELECT table_name::text AS name FROM information_schema.columns
  WHERE column_name = 'community_id' AND table_schema = 'public' ORDER BY table_name`;

/** By table: how many rows a community has, and a digest of all that stands in them. Equal means that nothing happened. */
export async function communityRows(
  founder: Founder,
  { key }: Pick<TestCommunity, 'key'>,
): Promise<Record<string, string>> {
  const tables = await founder.sql<{ name: string }>(key, TABLES);
  const digests = tables.map(
    ({
      name,
    }) => `SELECT '${name}' AS name, count(*) || ' ' || md5(coalesce(string_agg(x::text, '|' ORDER BY x::text), ''))
      AS rows FROM ${name} x WHERE x.community_id = '${key}'`,
  );
  const own = `SELECT 'communities', md5(x::text) FROM communities x WHERE id = '${key}'`;
  const found = await founder.sql<{ name: string; rows: string }>(key, [...digests, own].join(' UNION ALL '));
  return Object.fromEntries(found.map(({ name, rows }) => [name, rows]));
}
