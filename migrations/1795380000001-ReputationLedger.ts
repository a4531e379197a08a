import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BACKFILL_LEDGER, CREATE_LEDGER_TRIGGERS, DROP_LEDGER_TRIGGERS } from './support/ledger-triggers';
import { protectTenantTables } from './support/protect-tenant-tables';

/** The ledger of confirmations, the triggers that write it, and what had been confirmed before. */
export class ReputationLedger1795380000001 implements MigrationInterface {
  name = 'ReputationLedger1795380000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
    await protectTenantTables(queryRunner);
    for (const statement of CREATE_LEDGER_TRIGGERS) await queryRunner.query(statement);
    await queryRunner.query(BACKFILL_LEDGER);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DROP_LEDGER_TRIGGERS) await queryRunner.query(statement);
    await queryRunner.query('DROP TABLE "reputation_entries"');
  }
}

const UP = [
  `CREATE TABLE "reputation_entries" (
    "community_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "kind" text NOT NULL,
    "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "actor_id" uuid,
    "subject_id" uuid NOT NULL,
    "topic_id" uuid NOT NULL,
    "post_id" uuid,
    "product_ids" uuid array NOT NULL DEFAULT '{}',
    "tag_ids" uuid array NOT NULL DEFAULT '{}',
    "rule_version" integer NOT NULL,
    "refusal" text,
    "names_id" uuid,
    "cause" text,
    "note" text,
    CONSTRAINT "reputation_entries_kind" CHECK (kind IN ('STAR', 'SOLVED', 'OFFICIAL', 'DUPLICATE', 'DONE', 'REVERSAL', 'RELEASE', 'KEPT')),
    CONSTRAINT "reputation_entries_refusal" CHECK (refusal IN ('SAME_PERSON', 'OWN_TOPIC')),
    CONSTRAINT "reputation_entries_cause" CHECK (cause IS NULL OR (kind = 'REVERSAL' AND cause IN ('TAKEN_BACK', 'ERASED'))),
    CONSTRAINT "reputation_entries_names" CHECK (CASE WHEN kind IN ('REVERSAL', 'RELEASE', 'KEPT') THEN names_id IS NOT NULL AND post_id IS NULL AND refusal IS NULL
    ELSE names_id IS NULL AND post_id IS NOT NULL AND note IS NULL END),
    CONSTRAINT "reputation_entries_pkey" PRIMARY KEY ("community_id", "id")
  )`,
  `CREATE INDEX "reputation_entries_subject_idx" ON "reputation_entries" ("community_id", "subject_id", "at", "id")`,
  `CREATE INDEX "reputation_entries_actor_idx" ON "reputation_entries" ("community_id", "actor_id", "at", "id") WHERE actor_id IS NOT NULL`,
  `CREATE INDEX "reputation_entries_post_idx" ON "reputation_entries" ("community_id", "post_id", "kind") WHERE post_id IS NOT NULL`,
  `CREATE INDEX "reputation_entries_names_idx" ON "reputation_entries" ("community_id", "names_id") WHERE names_id IS NOT NULL`,
  ...[
    ['actor', 'actor_id', 'members'],
    ['subject', 'subject_id', 'members'],
    ['topic', 'topic_id', 'topics'],
    ['names', 'names_id', 'reputation_entries'],
  ].map(
    ([name, column, table]) =>
      `ALTER TABLE "reputation_entries" ADD CONSTRAINT "reputation_entries_${name}_fk" FOREIGN KEY ("community_id", "${column}") REFERENCES "${table}"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  ),
];
