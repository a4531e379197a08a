import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables } from './support/protect-tenant-tables';

/** How much members helped, by product and tag, as it is made of the ledger. */
export class Helpfulness1795380000004 implements MigrationInterface {
  name = 'Helpfulness1795380000004';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
    await protectTenantTables(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE "solved_answers"');
    await queryRunner.query('DROP TABLE "helpfulness"');
    await queryRunner.query('DROP TABLE "helpfulness_states"');
  }
}

const UP = [
  `CREATE TABLE "helpfulness" (
    "community_id" uuid NOT NULL,
    "member_id" uuid NOT NULL,
    "scope" text NOT NULL,
    "scope_id" uuid NOT NULL,
    "received" double precision NOT NULL,
    "expected" double precision NOT NULL,
    "thread_count" integer NOT NULL DEFAULT '0',
    CONSTRAINT "helpfulness_scope" CHECK (scope IN ('COMMUNITY', 'PRODUCT', 'TAG')),
    CONSTRAINT "helpfulness_sums" CHECK (received >= 0 AND expected >= 0 AND thread_count > 0),
    CONSTRAINT "helpfulness_pkey" PRIMARY KEY ("community_id", "member_id", "scope", "scope_id")
  )`,
  `CREATE TABLE "helpfulness_states" (
    "community_id" uuid NOT NULL,
    "epoch" integer NOT NULL,
    "entry_id" uuid,
    "as_of" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT "helpfulness_states_pkey" PRIMARY KEY ("community_id")
  )`,
  `CREATE TABLE "solved_answers" (
    "community_id" uuid NOT NULL,
    "answer_id" uuid NOT NULL,
    "member_id" uuid NOT NULL,
    "solved_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT "solved_answers_pkey" PRIMARY KEY ("community_id", "answer_id")
  )`,
  `CREATE INDEX "solved_answers_member_idx" ON "solved_answers" ("community_id", "member_id")`,
  `ALTER TABLE "solved_answers" ADD CONSTRAINT "solved_answers_answer_fk" FOREIGN KEY ("community_id", "answer_id") REFERENCES "answers"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "solved_answers" ADD CONSTRAINT "solved_answers_member_fk" FOREIGN KEY ("community_id", "member_id") REFERENCES "members"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "helpfulness" ADD CONSTRAINT "helpfulness_member_fk" FOREIGN KEY ("community_id", "member_id") REFERENCES "members"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "helpfulness_states" ADD CONSTRAINT "helpfulness_states_community_fk" FOREIGN KEY ("community_id") REFERENCES "communities"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];
