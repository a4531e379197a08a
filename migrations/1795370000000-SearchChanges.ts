import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables } from './support/protect-tenant-tables';
import { CREATE_SEARCH_TRIGGERS, DROP_SEARCH_TRIGGERS } from './support/search-change-triggers';

/** What has to be indexed (again): noted by triggers, and walks over everything there is. */
export class SearchChanges1795370000000 implements MigrationInterface {
  name = 'SearchChanges1795370000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
    await protectTenantTables(queryRunner);
    for (const statement of CREATE_SEARCH_TRIGGERS) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DROP_SEARCH_TRIGGERS) await queryRunner.query(statement);
    await queryRunner.query('DROP TABLE "search_passes"');
    await queryRunner.query('DROP TABLE "search_changes"');
  }
}

const UP = [
  `CREATE TABLE "search_changes" (
    "community_id" uuid NOT NULL,
    "seq" bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    "kind" text NOT NULL,
    "id" uuid NOT NULL,
    CONSTRAINT "search_changes_kind" CHECK (kind IN ('TOPIC', 'ARTICLE', 'MEMBER', 'TAG', 'PRODUCT')),
    CONSTRAINT "search_changes_pkey" PRIMARY KEY ("community_id", "seq")
  )`,
  `CREATE INDEX "search_changes_thing_idx" ON "search_changes" ("community_id", "kind", "id")`,
  `CREATE TABLE "search_passes" (
    "community_id" uuid NOT NULL,
    "task" text NOT NULL,
    "kind" text NOT NULL DEFAULT 'TOPIC',
    "after_id" uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    "done" integer NOT NULL DEFAULT '0',
    "total" integer,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "search_passes_kind" CHECK (kind IN ('TOPIC', 'ARTICLE', 'MEMBER', 'TAG', 'PRODUCT')),
    CONSTRAINT "search_passes_task" CHECK (task IN ('REINDEX', 'SWEEP')),
    CONSTRAINT "search_passes_pkey" PRIMARY KEY ("community_id", "task")
  )`,
  // What was there before search was: the first worker that starts indexes it.
  `INSERT INTO "search_passes" (community_id, task) SELECT id, 'REINDEX' FROM communities`,
];
