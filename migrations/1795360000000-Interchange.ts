import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CREATE_FORGETTING, DROP_FORGETTING } from './support/forgetting-functions';
import { protectTenantTables } from './support/protect-tenant-tables';

/** What communities bring along when they move in: their old ids and addresses, articles, links, votes without voters. */
export class Interchange1795360000000 implements MigrationInterface {
  name = 'Interchange1795360000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
    await protectTenantTables(queryRunner);
    for (const statement of CREATE_FORGETTING) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DROP_FORGETTING) await queryRunner.query(statement);
    for (const table of TABLES.toReversed()) await queryRunner.query(`DROP TABLE "${table}" CASCADE`);
    await queryRunner.query('ALTER TABLE "members" DROP COLUMN "erased_at", DROP COLUMN "merged_into_id" CASCADE');
  }
}

const TABLES = [
  'articles',
  'article_products',
  'topic_links',
  'vote_totals',
  'member_addresses',
  'external_records',
  'redirects',
  'member_exports',
  'member_export_parts',
];

const UP = [
  `CREATE TABLE "member_addresses" (
    "community_id" uuid NOT NULL,
    "member_id" uuid NOT NULL,
    "email" text NOT NULL,
    CONSTRAINT "member_addresses_lower" CHECK (email = lower(email)),
    CONSTRAINT "member_addresses_pkey" PRIMARY KEY ("community_id", "member_id")
  )`,
  `CREATE INDEX "member_addresses_email_idx" ON "member_addresses" ("community_id", "email")`,
  `CREATE TABLE "articles" (
    "community_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "slug" text NOT NULL,
    "title" text NOT NULL,
    "summary" text NOT NULL DEFAULT '',
    "body" text NOT NULL,
    "body_html" text NOT NULL,
    "locale" text NOT NULL,
    "author_id" uuid,
    "state" text NOT NULL DEFAULT 'PUBLISHED',
    "review_at" TIMESTAMP(3) WITH TIME ZONE,
    "version" integer NOT NULL DEFAULT '1',
    "edited_at" TIMESTAMP(3) WITH TIME ZONE,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "articles_slug_key" UNIQUE ("community_id", "slug"),
    CONSTRAINT "articles_title_not_blank" CHECK (title ~ '\\S' AND char_length(title) <= 300),
    CONSTRAINT "articles_state" CHECK (state IN ('DRAFT', 'PUBLISHED')),
    CONSTRAINT "articles_pkey" PRIMARY KEY ("community_id", "id")
  )`,
  `CREATE INDEX "articles_recent_idx" ON "articles" ("community_id", "created_at", "id")`,
  `CREATE TABLE "article_products" (
    "community_id" uuid NOT NULL,
    "article_id" uuid NOT NULL,
    "product_id" uuid NOT NULL,
    CONSTRAINT "article_products_pkey" PRIMARY KEY ("community_id", "article_id", "product_id")
  )`,
  `CREATE INDEX "article_products_product_idx" ON "article_products" ("community_id", "product_id", "article_id")`,
  `CREATE TABLE "topic_links" (
    "community_id" uuid NOT NULL,
    "topic_id" uuid NOT NULL,
    "linked_id" uuid NOT NULL,
    "kind" text NOT NULL,
    "linked_by_id" uuid,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "topic_links_kind" CHECK (kind IN ('DUPLICATE', 'RELATED')),
    CONSTRAINT "topic_links_two_topics" CHECK (topic_id <> linked_id),
    CONSTRAINT "topic_links_pkey" PRIMARY KEY ("community_id", "topic_id", "linked_id")
  )`,
  `CREATE INDEX "topic_links_linked_idx" ON "topic_links" ("community_id", "linked_id", "kind")`,
  `CREATE TABLE "vote_totals" (
    "community_id" uuid NOT NULL,
    "post_id" uuid NOT NULL,
    "day" date NOT NULL,
    "up" integer NOT NULL DEFAULT '0',
    "down" integer NOT NULL DEFAULT '0',
    CONSTRAINT "vote_totals_counts" CHECK (up >= 0 AND down >= 0),
    CONSTRAINT "vote_totals_pkey" PRIMARY KEY ("community_id", "post_id", "day")
  )`,
  `CREATE TABLE "external_records" (
    "community_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "kind" text NOT NULL,
    "origin" text NOT NULL,
    "external_id" text,
    "digest" text NOT NULL,
    "version" integer NOT NULL DEFAULT '1',
    CONSTRAINT "external_records_pkey" PRIMARY KEY ("community_id", "id", "origin")
  )`,
  `CREATE TABLE "member_exports" (
    "community_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "member_id" uuid NOT NULL,
    "token_hash" text,
    "bytes" integer,
    "ready_at" TIMESTAMP(3) WITH TIME ZONE,
    "expires_at" TIMESTAMP(3) WITH TIME ZONE,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "member_exports_pkey" PRIMARY KEY ("community_id", "id")
  )`,
  `CREATE INDEX "member_exports_member_idx" ON "member_exports" ("community_id", "member_id", "created_at")`,
  `CREATE TABLE "member_export_parts" (
    "community_id" uuid NOT NULL,
    "export_id" uuid NOT NULL,
    "number" integer NOT NULL,
    "content" bytea NOT NULL,
    CONSTRAINT "member_export_parts_pkey" PRIMARY KEY ("community_id", "export_id", "number")
  )`,
  `CREATE TABLE "redirects" (
    "community_id" uuid NOT NULL,
    "path" text NOT NULL,
    "target" text NOT NULL,
    "target_id" uuid NOT NULL,
    CONSTRAINT "redirects_path" CHECK (path ~ '^/' AND octet_length(path) <= 2000),
    CONSTRAINT "redirects_target" CHECK (target IN ('TOPIC', 'ANSWER', 'COMMENT', 'MEMBER', 'PRODUCT', 'ARTICLE')),
    CONSTRAINT "redirects_pkey" PRIMARY KEY ("community_id", "path")
  )`,
  `CREATE INDEX "redirects_target_idx" ON "redirects" ("community_id", "target_id")`,
  `ALTER TABLE "members" ADD "erased_at" TIMESTAMP(3) WITH TIME ZONE`,
  `ALTER TABLE "members" ADD "merged_into_id" uuid`,
  `CREATE INDEX "members_merged_idx" ON "members" ("community_id", "merged_into_id") WHERE merged_into_id IS NOT NULL`,
  `ALTER TABLE "members" ADD CONSTRAINT "members_merged_into_fk" FOREIGN KEY ("community_id", "merged_into_id") REFERENCES "members"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "member_export_parts" ADD CONSTRAINT "member_export_parts_export_fk" FOREIGN KEY ("community_id", "export_id") REFERENCES "member_exports"("community_id","id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "member_addresses" ADD CONSTRAINT "member_addresses_member_fk" FOREIGN KEY ("community_id", "member_id") REFERENCES "members"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "articles" ADD CONSTRAINT "articles_author_fk" FOREIGN KEY ("community_id", "author_id") REFERENCES "members"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "articles" ADD CONSTRAINT "articles_community_fk" FOREIGN KEY ("community_id") REFERENCES "communities"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "article_products" ADD CONSTRAINT "article_products_product_fk" FOREIGN KEY ("community_id", "product_id") REFERENCES "products"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "article_products" ADD CONSTRAINT "article_products_article_fk" FOREIGN KEY ("community_id", "article_id") REFERENCES "articles"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "topic_links" ADD CONSTRAINT "topic_links_linked_by_fk" FOREIGN KEY ("community_id", "linked_by_id") REFERENCES "members"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "topic_links" ADD CONSTRAINT "topic_links_linked_fk" FOREIGN KEY ("community_id", "linked_id") REFERENCES "topics"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "topic_links" ADD CONSTRAINT "topic_links_topic_fk" FOREIGN KEY ("community_id", "topic_id") REFERENCES "topics"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "member_exports" ADD CONSTRAINT "member_exports_member_fk" FOREIGN KEY ("community_id", "member_id") REFERENCES "members"("community_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "redirects" ADD CONSTRAINT "redirects_community_fk" FOREIGN KEY ("community_id") REFERENCES "communities"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];
