import { Environment } from '@app/environment';
import { Client } from 'pg';
import { temporaryFolder } from '../../../../test/support/temporary-folder';
import { openDatabase, outsideDatabase } from './open-database';

const SECRET = 's'.repeat(32);

async function answers(connectionString: string): Promise<boolean> {
  const client = new Client({ connectionString });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

describe('openDatabase', () => {
  it('takes the server of DATABASE_URL as it is', async () => {
    const DATABASE_URL = 'postgres://owner:x@db.example.com/answerhood';
    const alone = await openDatabase(Environment.from({ SECRET, DATABASE_URL }));
    expect(alone.urls).toEqual({ ownerUrl: DATABASE_URL, appUrl: null });
    const DATABASE_APP_URL = 'postgres://app:x@db.example.com/answerhood';
    const both = await openDatabase(Environment.from({ SECRET, DATABASE_URL, DATABASE_APP_URL }));
    expect(both.urls).toEqual({ ownerUrl: DATABASE_URL, appUrl: DATABASE_APP_URL });
    await both.stop();
    expect(() => outsideDatabase(Environment.from({ SECRET }))).toThrow(/^DATABASE_URL is not set: .*\.$/);
  });

  it('starts the embedded server, and lets a command beside it use it and leave it running', async () => {
    const environment = Environment.from({ SECRET, DATA_DIR: temporaryFolder() });
    const application = await openDatabase(environment);
    const command = await openDatabase(environment, { beside: true });
    expect(command.urls).toEqual(application.urls);
    await command.stop();
    expect(await answers(application.urls.ownerUrl)).toBe(true);
    await application.stop();
    expect(await answers(application.urls.ownerUrl)).toBe(false);
  });

  it('starts and stops the embedded server for a command alone', async () => {
    const environment = Environment.from({ SECRET, DATA_DIR: temporaryFolder() });
    const command = await openDatabase(environment, { beside: true });
    expect(await answers(command.urls.appUrl ?? '')).toBe(true);
    await command.stop();
    expect(await answers(command.urls.appUrl ?? '')).toBe(false);
  });
});
