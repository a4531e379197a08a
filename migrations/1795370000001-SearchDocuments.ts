import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables } from './support/protect-tenant-tables';
import { CREATE_SEARCH_FUNCTIONS, DROP_SEARCH_FUNCTIONS } from './support/search-functions';

/** What PostgreSQL finds things by: their words, and which words there are. */
export class SearchDocuments1795370000001 implements MigrationInterface {
  name = 'SearchDocuments1795370000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
    await protectTenantTables(queryRunner);
    // Under row-level security no statement of the restricted role could use an index on words: full text operators are
    // not leakproof. So it searches by functions of the owner, which name the community themselves.
    for (const table of TABLES) await queryRunner.query(`ALTER TABLE "${table}" NO FORCE ROW LEVEL SECURITY`);
    for (const statement of CREATE_SEARCH_FUNCTIONS) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DROP_SEARCH_FUNCTIONS) await queryRunner.query(statement);
    for (const table of TABLES) await queryRunner.query(`DROP TABLE "${table}"`);
    await queryRunner.query('DROP SEQUENCE "search_revisions"');
  }
}

const TABLES = ['search_documents', 'search_words'];

const UP = [
  'CREATE EXTENSION IF NOT EXISTS pg_trgm',
  'CREATE EXTENSION IF NOT EXISTS btree_gin',
  'CREATE SEQUENCE "search_revisions"',
  `CREATE TABLE "search_documents" (
    "community_id" uuid NOT NULL,
    "kind" text NOT NULL,
    "id" uuid NOT NULL,
    "revision" bigint NOT NULL,
    "removed" boolean NOT NULL DEFAULT false,
    "stamp" bigint NOT NULL DEFAULT '0',
    "topic_kind" text,
    "status" text,
    "resolution" text,
    "visibility" text NOT NULL DEFAULT 'PUBLIC',
    "author_id" uuid,
    "product_ids" uuid array NOT NULL DEFAULT '{}',
    "tag_ids" uuid array NOT NULL DEFAULT '{}',
    "demand" integer NOT NULL DEFAULT '0',
    "names" text array NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    "last_activity_at" TIMESTAMP(3) WITH TIME ZONE,
    "title" tsvector NOT NULL DEFAULT '',
    "whole" tsvector NOT NULL DEFAULT '',
    CONSTRAINT "search_documents_kind" CHECK (kind IN ('TOPIC', 'ARTICLE', 'MEMBER', 'TAG', 'PRODUCT')),
    CONSTRAINT "search_documents_pkey" PRIMARY KEY ("community_id", "kind", "id")
  )`,
  // The whole goes out of line first, and unpacked: it is read for a few hundred rows, then at once.
  `ALTER TABLE "search_documents" ALTER COLUMN "whole" SET STORAGE EXTERNAL, ALTER COLUMN "title" SET STORAGE MAIN`,
  `ALTER TABLE "search_documents" SET (toast_tuple_target = 512)`,
  `CREATE INDEX "search_documents_revision_idx" ON "search_documents" ("community_id", "revision")`,
  `CREATE INDEX "search_documents_words_idx" ON "search_documents" USING gin ("whole")`,
  `CREATE TABLE "search_words" (
    "community_id" uuid NOT NULL,
    "space" text NOT NULL,
    "word" text COLLATE "C" NOT NULL,
    "count" integer NOT NULL,
    CONSTRAINT "search_words_space" CHECK (space IN ('TEXT', 'TITLE', 'BAND', 'MEMBER', 'TAG', 'PRODUCT')),
    CONSTRAINT "search_words_pkey" PRIMARY KEY ("community_id", "space", "word")
  ) WITH (fillfactor = 80)`,
  `CREATE INDEX "search_words_like_idx" ON "search_words" USING gin ("community_id", "word" gin_trgm_ops)
    WHERE space IN ('TEXT', 'MEMBER', 'TAG', 'PRODUCT')`,
];
