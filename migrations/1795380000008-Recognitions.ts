import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables } from './support/protect-tenant-tables';

/** How leads recognise members; and which topics were solved within a window is found by an index. */
export class Recognitions1795380000008 implements MigrationInterface {
  name = 'Recognitions1795380000008';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
    await protectTenantTables(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE "recognitions"');
    await queryRunner.query('DROP INDEX "topics_resolved_idx"');
  }
}

const UP = [
  `CREATE INDEX "topics_resolved_idx" ON "topics" ("community_id", "resolved_at") WHERE resolution = 'SOLVED'`,
  `CREATE TABLE "recognitions" (
    "community_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "member_id" uuid NOT NULL,
    "kind" text NOT NULL,
    "badge" text,
    "note" text NOT NULL,
    "given_by_id" uuid NOT NULL,
    "withdrawn_at" TIMESTAMP(3) WITH TIME ZONE,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "recognitions_badge" CHECK ((kind = 'BADGE') = (badge IS NOT NULL)),
    CONSTRAINT "recognitions_kind" CHECK (kind IN ('THANKS', 'CHAMPION', 'BADGE')),
    CONSTRAINT "recognitions_pkey" PRIMARY KEY ("community_id", "id")
  )`,
  `CREATE UNIQUE INDEX "recognitions_badge_key" ON "recognitions" ("community_id", "member_id", "badge") WHERE kind = 'BADGE' AND withdrawn_at IS NULL`,
  `CREATE INDEX "recognitions_given_by_idx" ON "recognitions" ("community_id", "given_by_id")`,
  `CREATE INDEX "recognitions_member_idx" ON "recognitions" ("community_id", "member_id", "created_at", "id")`,
  `ALTER TABLE "recognitions" ADD CONSTRAINT "recognitions_member_fk" FOREIGN KEY ("community_id", "member_id") REFERENCES "members"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "recognitions" ADD CONSTRAINT "recognitions_given_by_fk" FOREIGN KEY ("community_id", "given_by_id") REFERENCES "members"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];
