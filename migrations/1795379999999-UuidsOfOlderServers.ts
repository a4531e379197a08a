import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * PostgreSQL has had `uuidv7()` since 18, and 15 serves as well: where it is missing, this one stands in for it (RFC 9562,
 * 5.7: 48 bits of milliseconds since 1970, the version, and chance). Those who forget people look for it, too.
 */
export class UuidsOfOlderServers1795379999999 implements MigrationInterface {
  name = 'UuidsOfOlderServers1795379999999';

  async up(queryRunner: QueryRunner): Promise<void> {
    const [server] = (await queryRunner.query(
      `SELECT to_regprocedure('pg_catalog.uuidv7(interval)') IS NULL AS "isOlder"`,
    )) as { isOlder: boolean }[];
    if (!server?.isOlder) return;
    for (const statement of STAND_IN) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION IF EXISTS public.uuidv7(interval)');
  }
}

/** Of a random UUID of version 4, the first six bytes become the time and bits 52 and 53 make a 7 of the 4. */
export const UUID_STAND_IN = `CREATE FUNCTION public.uuidv7(shift interval DEFAULT '0') RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
    SELECT encode(set_bit(set_bit(
      substring(int8send((extract(epoch FROM clock_timestamp() + shift) * 1000)::bigint) FROM 3)
        || substring(uuid_send(gen_random_uuid()) FROM 7), 52, 1), 53, 1), 'hex')::uuid $$`;

const STAND_IN = [
  UUID_STAND_IN,
  'ALTER FUNCTION forget_member(uuid) SET search_path = pg_catalog, public, pg_temp',
  'ALTER FUNCTION forget_user(uuid, text) SET search_path = pg_catalog, public, pg_temp',
];
