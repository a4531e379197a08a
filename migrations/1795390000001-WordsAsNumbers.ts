import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words name each other by number: a list of keys took the database and whoever read it ten times as long. */
export class WordsAsNumbers1795390000001 implements MigrationInterface {
  name = 'WordsAsNumbers1795390000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of withRows(UP)) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of withRows(DOWN)) await queryRunner.query(statement);
  }
}

/** Row-level security shows not even its owner a row: it is lifted for as long as rows are rewritten. */
function withRows(statements: readonly string[]): string[] {
  return [
    'ALTER TABLE "trust_weights" NO FORCE ROW LEVEL SECURITY',
    ...statements,
    'ALTER TABLE "trust_weights" FORCE ROW LEVEL SECURITY',
  ];
}

const UP = [
  `ALTER TABLE "trust_weights" ADD "place" integer, ADD "flows" bytea`,
  `UPDATE "trust_weights" w SET place = n.place FROM (
    SELECT community_id, epoch, member_id, row_number() OVER (PARTITION BY community_id, epoch ORDER BY member_id) - 1 AS place
    FROM "trust_weights") n
  WHERE (n.community_id, n.epoch, n.member_id) = (w.community_id, w.epoch, w.member_id)`,
  `UPDATE "trust_weights" w SET flows = coalesce((
    SELECT string_agg(int4send(s.place) || int4send(f.share), ''::bytea ORDER BY f.nth)
    FROM unnest(w.sources, w.shares) WITH ORDINALITY AS f (source, share, nth)
    JOIN "trust_weights" s ON (s.community_id, s.epoch, s.member_id) = (w.community_id, w.epoch, f.source)), '')`,
  `ALTER TABLE "trust_weights" DROP CONSTRAINT "trust_weights_sources", DROP "sources", DROP "shares",
    ALTER "place" SET NOT NULL, ALTER "flows" SET NOT NULL,
    ADD CONSTRAINT "trust_weights_flows" CHECK (octet_length(flows) % 8 = 0)`,
];

/** The number that stands in a text of bytes from one of them on. */
const number = (at: string): string =>
  `((get_byte(w.flows, ${at}) << 24) + (get_byte(w.flows, ${at} + 1) << 16) + (get_byte(w.flows, ${at} + 2) << 8)
    + get_byte(w.flows, ${at} + 3))`;

const DOWN = [
  `CREATE UNIQUE INDEX "trust_weights_place_idx" ON "trust_weights" ("community_id", "epoch", "place")`,
  'ANALYZE "trust_weights"',
  `ALTER TABLE "trust_weights" ADD "sources" uuid array, ADD "shares" integer array`,
  `UPDATE "trust_weights" w SET (sources, shares) = (
    SELECT coalesce(array_agg(s.member_id ORDER BY f.at), '{}'), coalesce(array_agg(${number('f.at + 4')} ORDER BY f.at), '{}')
    FROM generate_series(0, octet_length(w.flows) - 1, 8) AS f (at)
    JOIN "trust_weights" s ON (s.community_id, s.epoch, s.place) = (w.community_id, w.epoch, ${number('f.at')}))`,
  'DROP INDEX "trust_weights_place_idx"',
  `ALTER TABLE "trust_weights" DROP CONSTRAINT "trust_weights_flows", DROP "place", DROP "flows",
    ALTER "sources" SET NOT NULL, ALTER "shares" SET NOT NULL,
    ADD CONSTRAINT "trust_weights_sources" CHECK (cardinality(sources) = cardinality(shares))`,
];
