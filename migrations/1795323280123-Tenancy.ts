import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables, unprotectTenantTables } from './support/protect-tenant-tables';

/**
 * The second wall: a row of a community is only there for a transaction that has named the community. Also the
 * one door to the job queue: its tables belong to the owner, so the restricted role adds jobs by this function.
 */
export class Tenancy1795323280123 implements MigrationInterface {
  name = 'Tenancy1795323280123';

  async up(queryRunner: QueryRunner): Promise<void> {
    await protectTenantTables(queryRunner);
    // One door between communities: people see where they are members themselves, and change nothing there.
    await queryRunner.query(`
      CREATE POLICY own_memberships ON members FOR SELECT
      USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)`);
    await queryRunner.query(`
      CREATE FUNCTION enqueue_job(task text, payload json, job_key text, run_at timestamptz) RETURNS void
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
        SELECT graphile_worker.add_job(
          identifier => enqueue_job.task, payload => enqueue_job.payload,
          job_key => enqueue_job.job_key, run_at => enqueue_job.run_at);
      $$`);
    await queryRunner.query('REVOKE ALL ON FUNCTION enqueue_job(text, json, text, timestamptz) FROM PUBLIC');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION enqueue_job(text, json, text, timestamptz)');
    await queryRunner.query('DROP POLICY own_memberships ON members');
    await unprotectTenantTables(queryRunner);
  }
}
