import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables } from './support/protect-tenant-tables';

/** What communities taught about who answers what. */
export class LearnedRouting1795380000007 implements MigrationInterface {
  name = 'LearnedRouting1795380000007';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
    await protectTenantTables(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE "learned_routing"');
  }
}

const UP = [
  `CREATE TABLE "learned_routing" (
    "community_id" uuid NOT NULL,
    "model" jsonb NOT NULL,
    "learned_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT "learned_routing_pkey" PRIMARY KEY ("community_id")
  )`,
  `ALTER TABLE "learned_routing" ADD CONSTRAINT "learned_routing_community_fk" FOREIGN KEY ("community_id") REFERENCES "communities"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];
