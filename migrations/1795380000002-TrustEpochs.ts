import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables } from './support/protect-tenant-tables';
import { CREATE_TRUST_TRIGGERS, DROP_TRUST_TRIGGERS, QUEUE_FIRST_EPOCHS } from './support/trust-triggers';

/** Whose word counts: who vouches for whom, and what each word weighs from an epoch on. */
export class TrustEpochs1795380000002 implements MigrationInterface {
  name = 'TrustEpochs1795380000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
    await protectTenantTables(queryRunner);
    for (const statement of CREATE_TRUST_TRIGGERS) await queryRunner.query(statement);
    await queryRunner.query(QUEUE_FIRST_EPOCHS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DROP_TRUST_TRIGGERS) await queryRunner.query(statement);
    for (const table of TABLES.toReversed()) await queryRunner.query(`DROP TABLE "${table}"`);
    await queryRunner.query('ALTER TABLE "communities" DROP COLUMN "trust_epoch"');
    await queryRunner.query('ALTER TABLE "members" DROP COLUMN "trust"');
  }
}

const TABLES = ['vouches', 'trust_epochs', 'trust_weights'];

const UP = [
  `ALTER TABLE "members" ADD "trust" real NOT NULL DEFAULT '0'`,
  `ALTER TABLE "communities" ADD "trust_epoch" integer`,
  `CREATE TABLE "vouches" (
    "community_id" uuid NOT NULL,
    "member_id" uuid NOT NULL,
    "voucher_id" uuid NOT NULL,
    "note" text NOT NULL DEFAULT '',
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "vouches_not_oneself" CHECK (member_id <> voucher_id),
    CONSTRAINT "vouches_pkey" PRIMARY KEY ("community_id", "member_id", "voucher_id")
  )`,
  `CREATE INDEX "vouches_voucher_idx" ON "vouches" ("community_id", "voucher_id")`,
  `CREATE INDEX "vouches_created_idx" ON "vouches" ("community_id", "created_at", "member_id", "voucher_id")`,
  `CREATE TABLE "trust_epochs" (
    "community_id" uuid NOT NULL,
    "number" integer NOT NULL,
    "rule_version" integer NOT NULL,
    "seeds_digest" text NOT NULL,
    "words_digest" text NOT NULL,
    "seed_count" integer NOT NULL,
    "word_count" integer NOT NULL,
    "entry_count" integer NOT NULL,
    "began_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT "trust_epochs_pkey" PRIMARY KEY ("community_id", "number")
  )`,
  `CREATE TABLE "trust_weights" (
    "community_id" uuid NOT NULL,
    "epoch" integer NOT NULL,
    "member_id" uuid NOT NULL,
    "weight" integer NOT NULL,
    "sources" uuid array NOT NULL,
    "shares" integer array NOT NULL,
    CONSTRAINT "trust_weights_weight" CHECK (weight > 0 AND weight <= 1000000),
    CONSTRAINT "trust_weights_sources" CHECK (cardinality(sources) = cardinality(shares)),
    CONSTRAINT "trust_weights_pkey" PRIMARY KEY ("community_id", "epoch", "member_id")
  )`,
  `CREATE INDEX "trust_weights_member_idx" ON "trust_weights" ("community_id", "member_id")`,
  `ALTER TABLE "vouches" ADD CONSTRAINT "vouches_member_fk" FOREIGN KEY ("community_id", "member_id") REFERENCES "members"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "vouches" ADD CONSTRAINT "vouches_voucher_fk" FOREIGN KEY ("community_id", "voucher_id") REFERENCES "members"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "trust_epochs" ADD CONSTRAINT "trust_epochs_community_fk" FOREIGN KEY ("community_id") REFERENCES "communities"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "trust_weights" ADD CONSTRAINT "trust_weights_epoch_fk" FOREIGN KEY ("community_id", "epoch") REFERENCES "trust_epochs"("community_id","number") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "trust_weights" ADD CONSTRAINT "trust_weights_member_fk" FOREIGN KEY ("community_id", "member_id") REFERENCES "members"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];
