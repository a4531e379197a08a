import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { EmbeddedServer, migrate, type DatabaseUrls } from '@app/database';
import { Client } from 'pg';

const DATA = resolve('.data/bench-ledger');

/** Does something with a migrated database in which nothing is yet, and a connection of its owner's. */
export async function withEmptyDatabase(
  work: (urls: DatabaseUrls & { appUrl: string }, writer: Client) => Promise<void>,
): Promise<void> {
  mkdirSync(DATA, { recursive: true });
  const server = await EmbeddedServer.start({ dataDir: DATA });
  try {
    const admin = new Client({ connectionString: server.adminUrl });
    await admin.connect();
    await admin.query('DROP DATABASE IF EXISTS ledger');
    await admin.query(`CREATE DATABASE ledger OWNER ${admin.escapeIdentifier(new URL(server.ownerUrl).username)}`);
    await admin.end();
    const named = (url: string): string => Object.assign(new URL(url), { pathname: 'ledger' }).href;
    const urls = { ownerUrl: named(server.ownerUrl), appUrl: named(server.appUrl) };
    await migrate(urls);
    const writer = new Client({ connectionString: urls.ownerUrl });
    await writer.connect();
    try {
      await work(urls, writer);
    } finally {
      await writer.end();
    }
  } finally {
    await server.stop();
  }
}
