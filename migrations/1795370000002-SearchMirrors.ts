import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables } from './support/protect-tenant-tables';

/** How the copies in other search engines do, and who is at what only one process may do. */
export class SearchMirrors1795370000002 implements MigrationInterface {
  name = 'SearchMirrors1795370000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
    await protectTenantTables(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['search_mirrors', 'search_leases']) await queryRunner.query(`DROP TABLE "${table}"`);
  }
}

const UP = [
  `CREATE TABLE "search_mirrors" (
    "community_id" uuid NOT NULL,
    "behind_since" TIMESTAMP(3) WITH TIME ZONE,
    CONSTRAINT "search_mirrors_pkey" PRIMARY KEY ("community_id")
  )`,
  `CREATE TABLE "search_leases" (
    "name" text NOT NULL,
    "holder" uuid NOT NULL,
    "held_until" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT "search_leases_pkey" PRIMARY KEY ("name")
  )`,
  `ALTER TABLE "search_mirrors" ADD CONSTRAINT "search_mirrors_community_fk" FOREIGN KEY ("community_id") REFERENCES "communities"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];
