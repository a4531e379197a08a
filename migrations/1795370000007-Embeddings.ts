import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables } from './support/protect-tenant-tables';

/** What a pretrained model says of topics and articles, where one is configured. */
export class Embeddings1795370000007 implements MigrationInterface {
  name = 'Embeddings1795370000007';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
    await protectTenantTables(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES.toReversed()) await queryRunner.query(`DROP TABLE "${table}" CASCADE`);
    await queryRunner.query('DROP SEQUENCE "text_embeddings_revision_seq"');
  }
}

const TABLES = ['text_embeddings', 'embedding_progress'];

const UP = [
  `CREATE SEQUENCE "text_embeddings_revision_seq"`,
  `CREATE TABLE "text_embeddings" (
    "community_id" uuid NOT NULL,
    "id" uuid NOT NULL,
    "kind" text NOT NULL,
    "embedder" text NOT NULL,
    "digest" text NOT NULL,
    "vector" bytea NOT NULL,
    "revision" bigint NOT NULL,
    CONSTRAINT "text_embeddings_kind" CHECK (kind IN ('TOPIC', 'ARTICLE')),
    CONSTRAINT "text_embeddings_pkey" PRIMARY KEY ("community_id", "id")
  )`,
  // Numbers of a model do not get smaller by packing: trying costs time.
  `ALTER TABLE "text_embeddings" ALTER COLUMN "vector" SET STORAGE EXTERNAL`,
  `CREATE INDEX "text_embeddings_revision_idx" ON "text_embeddings" ("community_id", "revision")`,
  `CREATE TABLE "embedding_progress" (
    "community_id" uuid NOT NULL,
    "embedder" text NOT NULL,
    "through" bigint NOT NULL,
    CONSTRAINT "embedding_progress_pkey" PRIMARY KEY ("community_id")
  )`,
  `ALTER TABLE "text_embeddings" ADD CONSTRAINT "text_embeddings_community_fk" FOREIGN KEY ("community_id") REFERENCES "communities"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "embedding_progress" ADD CONSTRAINT "embedding_progress_community_fk" FOREIGN KEY ("community_id") REFERENCES "communities"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];
