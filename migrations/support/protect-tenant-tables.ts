import type { QueryRunner } from 'typeorm';

const SCOPE = `community_id = nullif(current_setting('app.community_id', true), '')::uuid`;

async function tenantTables(queryRunner: QueryRunner, secured: boolean): Promise<string[]> {
  const rows = (await queryRunner.query(
    `SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attname = 'community_id'
       AND c.relrowsecurity = $1 ORDER BY 1`,
    [secured],
  )) as { relname: string }[];
  return rows.map(({ relname }) => relname);
}

/**
 * Puts row-level security on every table with a `community_id` that has none yet. A migration that adds a
 * tenant table calls it last. Without a community set, the policy shows no row and takes none.
 */
export async function protectTenantTables(queryRunner: QueryRunner): Promise<void> {
  for (const table of await tenantTables(queryRunner, false)) {
    await queryRunner.query(`ALTER TABLE "${table}" ENABLE ROW LEVEL SECURITY`);
    await queryRunner.query(`ALTER TABLE "${table}" FORCE ROW LEVEL SECURITY`);
    await queryRunner.query(`CREATE POLICY community_scope ON "${table}" USING (${SCOPE}) WITH CHECK (${SCOPE})`);
  }
}

/** Takes the protection off again. */
export async function unprotectTenantTables(queryRunner: QueryRunner): Promise<void> {
  for (const table of await tenantTables(queryRunner, true)) {
    await queryRunner.query(`DROP POLICY community_scope ON "${table}"`);
    await queryRunner.query(`ALTER TABLE "${table}" NO FORCE ROW LEVEL SECURITY`);
    await queryRunner.query(`ALTER TABLE "${table}" DISABLE ROW LEVEL SECURITY`);
  }
}
