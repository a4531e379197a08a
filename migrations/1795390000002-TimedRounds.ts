import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When it is thought about again whom to ask about a topic of which nobody has said anything who was asked. */
export class TimedRounds1795390000002 implements MigrationInterface {
  name = 'TimedRounds1795390000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE "topic_routes" DROP CONSTRAINT "topic_routes_reaction", DROP COLUMN "reaction_seconds", DROP COLUMN "again_at"',
    );
  }
}

const UP = [
  'ALTER TABLE "topic_routes" ADD COLUMN "reaction_seconds" integer NOT NULL DEFAULT 21600, ADD COLUMN "again_at" TIMESTAMP(3) WITH TIME ZONE',
  'ALTER TABLE "topic_routes" ADD CONSTRAINT "topic_routes_reaction" CHECK (reaction_seconds > 0)',
];
