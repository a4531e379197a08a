import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { testServerUrls } from './test-server-urls';

/** A database of its own for one test file: a copy of the migrated template, gone after `drop()`. */
export class TestDatabase {
  private constructor(
    private readonly name: string,
    /** For the role that owns the database. */
    readonly ownerUrl: string,
    /** For the role that reads and writes under row-level security. */
    readonly appUrl: string,
    /** For a superuser: to load very many rows without the checks of each. */
    readonly adminUrl: string,
  ) {}

  static async create(): Promise<TestDatabase> {
    const { adminUrl, ownerUrl, appUrl } = testServerUrls();
    const template = new URL(ownerUrl);
    const name = `answerhood_test_${randomBytes(6).toString('hex')}`;
    await asAdmin(
      `CREATE DATABASE ${name} TEMPLATE ${escapeIdentifier(template.pathname.slice(1))} OWNER ${escapeIdentifier(template.username)}`,
    );
    const named = (url: string): string => Object.assign(new URL(url), { pathname: name }).href;
    return new TestDatabase(name, named(ownerUrl), named(appUrl), named(adminUrl));
  }

  /** Ends what is still connected to it. */
  async drop(): Promise<void> {
    await asAdmin(`DROP DATABASE IF EXISTS ${this.name} WITH (FORCE)`);
  }
}

async function asAdmin(statement: string): Promise<void> {
  const admin = new Client({ connectionString: testServerUrls().adminUrl });
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}
