import './register';
import { migrate } from '../../libs/database/src';
import { TestServer } from './test-server';
import { publishTestServer } from './test-server-urls';

/** Before all test files: one server, and on it one migrated database that every test database is copied from. */
export default async function globalSetup(): Promise<void> {
  const server = await TestServer.start();
  globalThis.answerhoodTestServer = server;
  await migrate(server.urls);
  publishTestServer(server.urls);
}
