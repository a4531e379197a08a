import { Client } from 'pg';
import { TestDatabase } from '../../../../test/support/test-database';
import { testServerUrls } from '../../../../test/support/test-server-urls';
import { checkAppRole, checkServer, judgeServer } from './server-check';

const onDatabase = (url: string, name: string): string => Object.assign(new URL(url), { pathname: name }).href;

async function asAdmin(statement: string): Promise<void> {
  const admin = new Client(testServerUrls().adminUrl);
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}

describe('checkServer', () => {
  const good = { version: '15.0', major: 15, encoding: 'UTF8', replica: false, durable: true };

  it('accepts the server of the tests', async () => {
    await expect(checkServer(testServerUrls(), false)).resolves.toBeUndefined();
  });

  it('accepts the oldest version that serves, in production too', () => {
    expect(() => judgeServer(good, true)).not.toThrow();
  });

  it.each([
    [
      { version: '14.12', major: 14 },
      /^The database is PostgreSQL 14\.12, and 15 or later is needed: upgrade it, .*\.$/,
    ],
    [{ encoding: 'LATIN1' }, /^The database is encoded in LATIN1: create one .*\.$/],
    [{ replica: true }, /^The database is a replica, which cannot be written: .*\.$/],
  ])('refuses %j in one line', (flaw, line) => {
    expect(() => judgeServer({ ...good, ...flaw }, false)).toThrow(line);
  });

  it('refuses a server that may lose data, in production', () => {
    expect(() => judgeServer({ ...good, durable: false }, false)).not.toThrow();
    expect(() => judgeServer({ ...good, durable: false }, true)).toThrow(
      /fsync or full_page_writes off .*: turn both on\.$/,
    );
  });

  it('asks the server itself', async () => {
    const name = 'answerhood_test_ascii';
    await asAdmin(`DROP DATABASE IF EXISTS ${name}`);
    await asAdmin(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'`);
    const { ownerUrl, appUrl } = testServerUrls();
    const urls = { ownerUrl: onDatabase(ownerUrl, name), appUrl };
    await expect(checkServer(urls, false)).rejects.toThrow('The database is encoded in SQL_ASCII');
    await asAdmin(`DROP DATABASE ${name}`);
  });
});

describe('checkAppRole', () => {
  let database: TestDatabase;
  let superuser: string;
  beforeAll(async () => {
    database = await TestDatabase.create();
    superuser = onDatabase(testServerUrls().adminUrl, new URL(database.ownerUrl).pathname);
  });
  afterAll(() => database.drop());

  it('accepts a role that owns nothing, and the owner who takes it on', async () => {
    for (const production of [true, false]) {
      await expect(checkAppRole(database, production)).resolves.toBeUndefined();
      await expect(checkAppRole({ ownerUrl: database.ownerUrl, appUrl: null }, production)).resolves.toBeUndefined();
    }
  });

  it('refuses a superuser and the owner', async () => {
    const { ownerUrl } = database;
    await expect(checkAppRole({ ownerUrl, appUrl: superuser }, false)).rejects.toThrow(
      /^Row-level security does not hold the role \w+, which is a superuser or may bypass it: .*\.$/,
    );
    await expect(checkAppRole({ ownerUrl, appUrl: ownerUrl }, false)).rejects.toThrow(
      /^Row-level security does not hold the role answerhood_owner, which is the owner of tables: .*\.$/,
    );
  });

  it('refuses a login of a superuser who takes the role on, in production', async () => {
    const urls = { ownerUrl: superuser, appUrl: null };
    await expect(checkAppRole(urls, false)).resolves.toBeUndefined();
    await expect(checkAppRole(urls, true)).rejects.toThrow(
      /^The role \w+ of DATABASE_URL is a superuser: in production .*\.$/,
    );
  });
});
