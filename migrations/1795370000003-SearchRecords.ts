import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables } from './support/protect-tenant-tables';

/** What was looked for, and what was opened of what was found. */
export class SearchRecords1795370000003 implements MigrationInterface {
  name = 'SearchRecords1795370000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
    await protectTenantTables(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE "search_clicks"');
    await queryRunner.query('DROP TABLE "searches"');
  }
}

const UP = [
  `CREATE TABLE "searches" (
    "community_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "query" text NOT NULL,
    "result_count" integer NOT NULL,
    "degraded" boolean NOT NULL,
    "member_id" uuid,
    "searched_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT "searches_query" CHECK (char_length(query) BETWEEN 1 AND 200),
    CONSTRAINT "searches_result_count" CHECK (result_count >= 0),
    CONSTRAINT "searches_pkey" PRIMARY KEY ("community_id", "id")
  )`,
  `CREATE INDEX "searches_recent_idx" ON "searches" ("community_id", "searched_at")`,
  `CREATE INDEX "searches_member_idx" ON "searches" ("community_id", "member_id") WHERE member_id IS NOT NULL`,
  `CREATE TABLE "search_clicks" (
    "community_id" uuid NOT NULL,
    "search_id" uuid NOT NULL,
    "kind" text NOT NULL,
    "thing_id" uuid NOT NULL,
    "position" integer NOT NULL,
    "clicked_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT "search_clicks_kind" CHECK (kind IN ('TOPIC', 'ARTICLE')),
    CONSTRAINT "search_clicks_position" CHECK (position BETWEEN 1 AND 1000),
    CONSTRAINT "search_clicks_pkey" PRIMARY KEY ("community_id", "search_id", "thing_id")
  )`,
  `CREATE INDEX "search_clicks_recent_idx" ON "search_clicks" ("community_id", "clicked_at")`,
  `ALTER TABLE "searches" ADD CONSTRAINT "searches_community_fk" FOREIGN KEY ("community_id") REFERENCES "communities"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "searches" ADD CONSTRAINT "searches_member_fk" FOREIGN KEY ("community_id", "member_id") REFERENCES "members"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "search_clicks" ADD CONSTRAINT "search_clicks_community_fk" FOREIGN KEY ("community_id") REFERENCES "communities"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];
