import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { EmbeddedServer } from '../../libs/database/src/embedded/embedded-server';
import { APP_ROLE, ensureDatabase, ensureRoles, OWNER_ROLE } from '../../libs/database/src/embedded/server-roles';
import type { TestServerUrls } from './test-server-urls';

/**
 * The one PostgreSQL server of a test run: an embedded one on a folder that is thrown away, or the one that
 * TEST_DATABASE_URL names (the address of a superuser, on a server that is for tests only).
 */
export class TestServer {
  private constructor(
    readonly urls: TestServerUrls,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(): Promise<TestServer> {
    const outside = process.env.TEST_DATABASE_URL;
    return outside ? TestServer.outside(outside) : TestServer.embedded();
  }

  private static async embedded(): Promise<TestServer> {
    const dataDir = mkdtempSync(join(tmpdir(), 'answerhood-test-'));
    chmodSync(dataDir, 0o755);
    const watchdog = watch(dataDir);
    const server = await EmbeddedServer.start({ dataDir, fsync: false, settings: { max_connections: '200' } });
    return new TestServer({ adminUrl: server.adminUrl, ownerUrl: server.ownerUrl, appUrl: server.appUrl }, async () => {
      await server.stop();
      watchdog.stdin?.end();
    });
  }

  private static async outside(adminUrl: string): Promise<TestServer> {
    // The same on every run, so that runs side by side share the roles.
    const password = createHash('sha256').update(adminUrl).digest('base64url');
    const template = `answerhood_test_${randomBytes(6).toString('hex')}`;
    const admin = new Client({ connectionString: adminUrl });
    await admin.connect();
    await ensureRoles(admin, { ownerPassword: password, appPassword: password });
    // They may be there from elsewhere, without a login.
    for (const role of [OWNER_ROLE, APP_ROLE]) await admin.query(`ALTER ROLE ${role} LOGIN PASSWORD '${password}'`);
    await admin.query(`GRANT ${APP_ROLE} TO ${OWNER_ROLE} WITH ADMIN OPTION`);
    await ensureDatabase(admin, template);
    const url = (role: string): string =>
      Object.assign(new URL(adminUrl), { username: role, password, pathname: template }).href;
    return new TestServer({ adminUrl, ownerUrl: url(OWNER_ROLE), appUrl: url(APP_ROLE) }, async () => {
      await admin.query(`DROP DATABASE ${template} WITH (FORCE)`);
      await admin.end();
    });
  }
}

/** Ends the server and removes its folder as soon as this process is gone, however it went. */
function watch(dataDir: string): ChildProcess {
  const child = spawn(process.execPath, [join(__dirname, 'watchdog.js'), dataDir], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.unref();
  // An open pipe to it must not keep jest from ending; its closing is what the watchdog waits for.
  if (child.stdin instanceof Socket) child.stdin.unref();
  return child;
}
