import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables } from './support/protect-tenant-tables';

/** What communities taught about their words, version by version, and who pointed from where to what. */
export class SimilarityModels1795370000004 implements MigrationInterface {
  name = 'SimilarityModels1795370000004';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
    await protectTenantTables(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES.toReversed()) await queryRunner.query(`DROP TABLE "${table}" CASCADE`);
    await queryRunner.query('DROP SEQUENCE "reply_links_revision_seq"');
  }
}

const TABLES = ['similarity_models', 'similarity_progress', 'reply_links'];

const UP = [
  `CREATE TABLE "similarity_models" (
    "community_id" uuid NOT NULL,
    "version" integer NOT NULL,
    "state" text NOT NULL,
    "model" bytea,
    "started_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "seen_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "progress" real NOT NULL DEFAULT '0',
    "learned_at" TIMESTAMP(3) WITH TIME ZONE,
    "learned_through" bigint NOT NULL,
    "threads" integer NOT NULL,
    "words" integer NOT NULL DEFAULT '0',
    "figures" jsonb,
    "reason" text,
    CONSTRAINT "similarity_models_serving_model" CHECK (state <> 'SERVING' OR model IS NOT NULL),
    CONSTRAINT "similarity_models_state" CHECK (state IN ('LEARNING', 'SERVING', 'REFUSED', 'RETIRED')),
    CONSTRAINT "similarity_models_pkey" PRIMARY KEY ("community_id", "version")
  )`,
  // The numbers of a model do not get smaller by packing: trying costs time.
  `ALTER TABLE "similarity_models" ALTER COLUMN "model" SET STORAGE EXTERNAL`,
  `CREATE UNIQUE INDEX "similarity_models_serving_key" ON "similarity_models" ("community_id") WHERE state = 'SERVING'`,
  `CREATE UNIQUE INDEX "similarity_models_learning_key" ON "similarity_models" ("community_id") WHERE state = 'LEARNING'`,
  `CREATE TABLE "similarity_progress" (
    "community_id" uuid NOT NULL,
    "links_through" bigint NOT NULL DEFAULT '0',
    "growth_checked_at" TIMESTAMP(3) WITH TIME ZONE,
    "bursts_checked_at" TIMESTAMP(3) WITH TIME ZONE,
    CONSTRAINT "similarity_progress_pkey" PRIMARY KEY ("community_id")
  )`,
  `CREATE SEQUENCE "reply_links_revision_seq"`,
  `CREATE TABLE "reply_links" (
    "community_id" uuid NOT NULL,
    "from_topic_id" uuid NOT NULL,
    "source_id" uuid NOT NULL,
    "target_id" uuid NOT NULL,
    "target_kind" text NOT NULL,
    "duplicate" boolean NOT NULL DEFAULT false,
    "host" text,
    "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "removed" boolean NOT NULL DEFAULT false,
    "revision" bigint NOT NULL,
    CONSTRAINT "reply_links_target_kind" CHECK (target_kind IN ('TOPIC', 'ARTICLE')),
    CONSTRAINT "reply_links_pkey" PRIMARY KEY ("community_id", "from_topic_id", "source_id", "target_id")
  )`,
  `CREATE INDEX "reply_links_recent_idx" ON "reply_links" ("community_id", "at")`,
  `CREATE INDEX "reply_links_revision_idx" ON "reply_links" ("community_id", "revision")`,
  `ALTER TABLE "similarity_models" ADD CONSTRAINT "similarity_models_community_fk" FOREIGN KEY ("community_id") REFERENCES "communities"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "similarity_progress" ADD CONSTRAINT "similarity_progress_community_fk" FOREIGN KEY ("community_id") REFERENCES "communities"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "reply_links" ADD CONSTRAINT "reply_links_community_fk" FOREIGN KEY ("community_id") REFERENCES "communities"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];
