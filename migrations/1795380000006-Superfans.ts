import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables } from './support/protect-tenant-tables';

/** Who may become or stop being a superfan, as it is found every night. */
export class Superfans1795380000006 implements MigrationInterface {
  name = 'Superfans1795380000006';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
    await protectTenantTables(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE "superfan_candidates"');
  }
}

const UP = [
  `CREATE TABLE "superfan_candidates" (
    "community_id" uuid NOT NULL,
    "member_id" uuid NOT NULL,
    "stage" text NOT NULL,
    "state" text NOT NULL,
    "reasons" text array NOT NULL,
    "score" integer NOT NULL,
    "first_answer_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "last_answer_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "as_of" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "found_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT "superfan_candidates_stage" CHECK (stage IN ('EARLY', 'ESTABLISHED')),
    CONSTRAINT "superfan_candidates_state" CHECK (state IN ('RISING', 'STEADY', 'FADING', 'AT_RISK')),
    CONSTRAINT "superfan_candidates_pkey" PRIMARY KEY ("community_id", "member_id")
  )`,
  `CREATE INDEX "superfan_candidates_score_idx" ON "superfan_candidates" ("community_id", "score", "member_id")`,
  `ALTER TABLE "superfan_candidates" ADD CONSTRAINT "superfan_candidates_member_fk" FOREIGN KEY ("community_id", "member_id") REFERENCES "members"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];
