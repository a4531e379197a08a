import { DataSource, type MixedList } from 'typeorm';
import { appConnection, type DatabaseUrls } from './database-urls';
import { GuardedClient } from './guarded-client';

type EntityClass = new () => object;

/** Seconds and counts that bound what one request can hold. */
export const POOL_LIMITS = {
  connectionTimeoutMillis: 3_000,
  idleTimeoutMillis: 30_000,
  statement_timeout: 5_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
  keepAlive: true,
};

/** The data source for writes: entities, the restricted role, no schema changes of its own. */
export function createDataSource(urls: DatabaseUrls, entities: MixedList<EntityClass>, poolSize: number): DataSource {
  const { connectionString, options } = appConnection(urls);
  return new DataSource({
    type: 'postgres',
    url: connectionString,
    entities,
    synchronize: false,
    logging: false,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    poolSize,
    extra: { ...POOL_LIMITS, options, Client: GuardedClient },
  });
}
