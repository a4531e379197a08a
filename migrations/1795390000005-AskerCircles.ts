import type { MigrationInterface, QueryRunner } from 'typeorm';

const CONSTRAINT = 'ALTER TABLE "reputation_anomalies" DROP CONSTRAINT "reputation_anomalies_kind"';

/** Leads see who would be a superfan but for askers whom nobody else knows. */
export class AskerCircles1795390000005 implements MigrationInterface {
  name = 'AskerCircles1795390000005';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(CONSTRAINT);
    await queryRunner.query(
      `ALTER TABLE "reputation_anomalies" ADD CONSTRAINT "reputation_anomalies_kind" CHECK (kind IN ('BURST', 'ONE_WAY', 'RING', 'CIRCLE'))`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM "reputation_anomalies" WHERE kind = 'CIRCLE'`);
    await queryRunner.query(CONSTRAINT);
    await queryRunner.query(
      `ALTER TABLE "reputation_anomalies" ADD CONSTRAINT "reputation_anomalies_kind" CHECK (kind IN ('BURST', 'ONE_WAY', 'RING'))`,
    );
  }
}
