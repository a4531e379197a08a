import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where half of the right suggestions of a community stand, as its versions were measured. */
export class FittedConfidence1795380000000 implements MigrationInterface {
  name = 'FittedConfidence1795380000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "similarity_models" ADD "half_right" real');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "similarity_models" DROP COLUMN "half_right"');
  }
}
