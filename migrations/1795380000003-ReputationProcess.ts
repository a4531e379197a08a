import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables } from './support/protect-tenant-tables';

/** What leads should look at in the ledger, and what members contest. */
export class ReputationProcess1795380000003 implements MigrationInterface {
  name = 'ReputationProcess1795380000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
    await protectTenantTables(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE "reputation_disputes"');
    await queryRunner.query('DROP TABLE "reputation_anomalies"');
  }
}

const reference = (table: string, name: string, column: string, other: string): string =>
  `ALTER TABLE "${table}" ADD CONSTRAINT "${table}_${name}_fk" FOREIGN KEY ("community_id", "${column}") REFERENCES "${other}"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`;

const UP = [
  `CREATE TABLE "reputation_anomalies" (
    "community_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "kind" text NOT NULL,
    "key" text NOT NULL,
    "subject_id" uuid,
    "member_ids" uuid array NOT NULL,
    "entry_ids" uuid array NOT NULL,
    "because" text NOT NULL,
    "state" text NOT NULL DEFAULT 'OPEN',
    "decision_ids" uuid array NOT NULL DEFAULT '{}',
    "note" text,
    "decided_by_id" uuid,
    "decided_at" TIMESTAMP(3) WITH TIME ZONE,
    "found_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT "reputation_anomalies_state" CHECK (state IN ('OPEN', 'REVERSED', 'DISMISSED', 'GONE')),
    CONSTRAINT "reputation_anomalies_kind" CHECK (kind IN ('BURST', 'ONE_WAY', 'RING')),
    CONSTRAINT "reputation_anomalies_pkey" PRIMARY KEY ("community_id", "id")
  )`,
  `CREATE UNIQUE INDEX "reputation_anomalies_open_key" ON "reputation_anomalies" ("community_id", "key") WHERE state = 'OPEN'`,
  `CREATE INDEX "reputation_anomalies_list_idx" ON "reputation_anomalies" ("community_id", "state", "found_at", "id")`,
  `CREATE INDEX "reputation_anomalies_key_idx" ON "reputation_anomalies" ("community_id", "key")`,
  `CREATE TABLE "reputation_disputes" (
    "community_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "entry_id" uuid NOT NULL,
    "member_id" uuid NOT NULL,
    "reason" text NOT NULL,
    "outcome" text,
    "note" text,
    "decided_by_id" uuid,
    "decided_at" TIMESTAMP(3) WITH TIME ZONE,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "reputation_disputes_decided" CHECK ((outcome IS NULL) = (decided_at IS NULL)),
    CONSTRAINT "reputation_disputes_outcome" CHECK (outcome IN ('KEPT', 'COUNTED', 'REVERSED')),
    CONSTRAINT "reputation_disputes_pkey" PRIMARY KEY ("community_id", "id")
  )`,
  `CREATE UNIQUE INDEX "reputation_disputes_open_key" ON "reputation_disputes" ("community_id", "entry_id") WHERE outcome IS NULL`,
  `CREATE INDEX "reputation_disputes_list_idx" ON "reputation_disputes" ("community_id", "created_at", "id") WHERE outcome IS NULL`,
  `CREATE INDEX "reputation_disputes_member_idx" ON "reputation_disputes" ("community_id", "member_id", "created_at", "id")`,
  reference('reputation_anomalies', 'subject', 'subject_id', 'members'),
  reference('reputation_anomalies', 'decided_by', 'decided_by_id', 'members'),
  reference('reputation_disputes', 'entry', 'entry_id', 'reputation_entries'),
  reference('reputation_disputes', 'member', 'member_id', 'members'),
  reference('reputation_disputes', 'decided_by', 'decided_by_id', 'members'),
];
