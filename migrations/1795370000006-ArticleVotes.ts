import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables } from './support/protect-tenant-tables';

/** Knowledge articles are written here: what they said before is kept, and members say whether they are still right. */
export class ArticleVotes1795370000006 implements MigrationInterface {
  name = 'ArticleVotes1795370000006';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
    await protectTenantTables(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE "article_votes"');
    await queryRunner.query('DROP TABLE "article_revisions"');
    await queryRunner.query('DROP INDEX "articles_review_idx"');
    await queryRunner.query('ALTER TABLE "articles" DROP COLUMN "still_right_count", DROP COLUMN "not_right_count"');
  }
}

const UP = [
  `ALTER TABLE "articles" ADD "still_right_count" integer NOT NULL DEFAULT '0',
    ADD "not_right_count" integer NOT NULL DEFAULT '0'`,
  `CREATE INDEX "articles_review_idx" ON "articles" ("community_id", "review_at", "id") WHERE review_at IS NOT NULL`,
  `CREATE TABLE "article_votes" (
    "community_id" uuid NOT NULL,
    "article_id" uuid NOT NULL,
    "member_id" uuid NOT NULL,
    "still_right" boolean NOT NULL,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "article_votes_pkey" PRIMARY KEY ("community_id", "article_id", "member_id")
  )`,
  `CREATE INDEX "article_votes_member_idx" ON "article_votes" ("community_id", "member_id", "created_at")`,
  `CREATE TABLE "article_revisions" (
    "community_id" uuid NOT NULL,
    "article_id" uuid NOT NULL,
    "version" integer NOT NULL,
    "editor_id" uuid,
    "title" text NOT NULL,
    "summary" text NOT NULL,
    "body" text NOT NULL,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "article_revisions_pkey" PRIMARY KEY ("community_id", "article_id", "version")
  )`,
  `ALTER TABLE "article_votes" ADD CONSTRAINT "article_votes_article_fk" FOREIGN KEY ("community_id", "article_id") REFERENCES "articles"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "article_votes" ADD CONSTRAINT "article_votes_member_fk" FOREIGN KEY ("community_id", "member_id") REFERENCES "members"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "article_revisions" ADD CONSTRAINT "article_revisions_article_fk" FOREIGN KEY ("community_id", "article_id") REFERENCES "articles"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "article_revisions" ADD CONSTRAINT "article_revisions_editor_fk" FOREIGN KEY ("community_id", "editor_id") REFERENCES "members"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];
