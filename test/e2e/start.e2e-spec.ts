import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { probePort } from '@app/environment';
import { Client } from 'pg';
import { Child } from '../support/child';
import { temporaryFolder } from '../support/temporary-folder';
import { TestDatabase } from '../support/test-database';

jest.setTimeout(120_000);

const ROOT = join(__dirname, '../..');
const RUNNING = /Answerhood is running[^]*GraphQL +(\S+)/;
/** A fault is one line, with a colon between what is wrong and what to do. */
const ONE_LINE = /^[^\n]+: [a-z"][^\n]*\.\n$/;

type Settings = Readonly<Record<string, string>>;

const start = (settings: Settings): Child =>
  Child.node(['scripts/start.js'], { PORT: '0', LOAD_DEMO: 'false', LOG_LEVEL: 'error', ...settings });
const run = (name: string, settings: Settings): Child =>
  Child.node(['scripts/run.js', name], { PORT: '0', LOG_LEVEL: 'error', SECRET: 's'.repeat(32), ...settings });

async function ask(url: string): Promise<unknown> {
  const body = JSON.stringify({ query: '{ __typename }' });
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return response.json();
}

/** What a start says that does not come about; it ends with 1. */
async function refusal(child: Child): Promise<string> {
  expect(await child.exit()).toBe(1);
  return child.stderr;
}

async function isUp(port: number): Promise<boolean> {
  return probePort('127.0.0.1', port).then(
    () => false,
    () => true,
  );
}

async function stop(child: Child): Promise<void> {
  child.signal('SIGTERM');
  expect(await child.exit()).toBe(0);
}

beforeAll(async () => {
  await Child.node(['scripts/build.js']).exit();
});

describe('npm start', () => {
  it('answers, survives a kill -9 with its data, and stops with its database', async () => {
    const DATA_DIR = temporaryFolder();
    const first = start({ DATA_DIR });
    const [, url = ''] = await first.says(RUNNING);
    expect(await ask(url)).toEqual({ data: { __typename: 'Query' } });
    expect(first.stdout).toContain(`Node      ${process.version}`);
    first.signal('SIGKILL');
    await first.exit();

    const second = start({ DATA_DIR });
    const [, again = ''] = await second.says(RUNNING);
    expect(await ask(again)).toEqual({ data: { __typename: 'Query' } });
    const third = start({ DATA_DIR });
    expect(await refusal(third)).toMatch(/^Another Answerhood already runs on this data folder: stop it, .*\.\n$/);
    await stop(second);
    expect(second.stderr).toBe('');
  });

  it('stops when npm is gone, whose shell passes no signal on', async () => {
    const port = await probePort('127.0.0.1', 0);
    const settings = {
      PORT: String(port),
      DATA_DIR: temporaryFolder(),
      npm_lifecycle_event: 'start',
      LOAD_DEMO: 'false',
    };
    const shell = spawn('sh', ['-c', `"${process.execPath}" scripts/start.js; exit`], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, ...settings },
      stdio: 'ignore',
    });
    while (!(await isUp(port))) await sleep(50);
    await sleep(500);
    shell.kill('SIGTERM');
    await once(shell, 'exit');
    while (await isUp(port)) await sleep(50);
    const next = start({ DATA_DIR: settings.DATA_DIR });
    await next.says(RUNNING);
    await stop(next);
  });

  it('uses the server of DATABASE_URL, and makes its tables', async () => {
    const database = await TestDatabase.create();
    const owner = new Client(database.ownerUrl);
    await owner.connect();
    await owner.query('DROP SCHEMA public CASCADE; DROP SCHEMA graphile_worker CASCADE; CREATE SCHEMA public');
    await owner.end();
    const child = start({ DATABASE_URL: database.ownerUrl, DATABASE_APP_URL: database.appUrl, SECRET: 's'.repeat(32) });
    const [, url = ''] = await child.says(RUNNING);
    expect(await ask(url)).toEqual({ data: { __typename: 'Query' } });
    await stop(child);
    await database.drop();
  });
});

describe('npm start says in one line', () => {
  it('that the port is taken, before it starts a database', async () => {
    const holder = Child.node([
      '-e',
      "require('net').createServer().listen(0, '127.0.0.1', function () { console.log(this.address().port) })",
    ]);
    const [port] = await holder.says(/\d+/);
    const child = start({ PORT: port, DATA_DIR: temporaryFolder() });
    expect(await refusal(child)).toBe(
      `Port ${port} is taken: stop the program that uses it, or set PORT to another (0 takes a free one).\n`,
    );
    expect(child.stdout).toBe('');
  });

  it('that the database cannot be reached, refuses the password, or is not there', async () => {
    const database = await TestDatabase.create();
    const changed = (change: object): Settings => ({
      SECRET: 's'.repeat(32),
      DATABASE_URL: Object.assign(new URL(database.ownerUrl), change).href,
    });
    const port = await probePort('127.0.0.1', 0);
    const cases: readonly (readonly [object, RegExp])[] = [
      [{ port }, /^The database at 127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\): /],
      [{ hostname: 'no-such-host.invalid' }, /^The database cannot be reached \((ENOTFOUND|EAI_AGAIN)\): /],
      [{ password: 'wrong-password' }, /^The database refuses the role and password of DATABASE_URL /],
      [{ pathname: 'no_such_database' }, /^The database that DATABASE_URL names does not exist: /],
    ];
    for (const [change, line] of cases) {
      const said = await refusal(start(changed(change)));
      expect(said).toMatch(line);
      expect(said).toMatch(ONE_LINE);
      expect(said).not.toContain('wrong-password');
    }
    await database.drop();
  });

  it('each setting that is wrong, all at once', async () => {
    const said = await refusal(start({ PORT: '70000', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x' }));
    expect(said.split('\n').map((line) => line.split(' ')[0])).toEqual(['DATABASE_URL', 'PORT', 'LOG_LEVEL', '']);
  });

  it('what production asks for', async () => {
    const said = await refusal(start({ NODE_ENV: 'production', PUBLIC_URL: 'http://ask.example.com' }));
    expect(said.split('\n').map((line) => line.split(' ')[0])).toEqual(['PUBLIC_URL', 'SMTP_URL', 'SECRET', '']);
  });
});

describe('the parts alone', () => {
  let database: TestDatabase;
  let settings: Settings;
  beforeAll(async () => {
    database = await TestDatabase.create();
    settings = { DATABASE_URL: database.ownerUrl, DATABASE_APP_URL: database.appUrl };
  });
  afterAll(() => database.drop());

  it('are two APIs and a worker on one database', async () => {
    const ports = [await probePort('127.0.0.1', 0), await probePort('127.0.0.1', 0)];
    const apis = ports.map((port) => run('api', { ...settings, PORT: String(port) }));
    const worker = run('worker', settings);
    for (const port of ports) {
      while (!(await isUp(port))) await sleep(50);
      expect(await ask(`http://127.0.0.1:${port}/graphql`)).toEqual({ data: { __typename: 'Query' } });
    }
    for (const child of [...apis, worker]) await stop(child);
  });

  it('want a database of their own, and a migrated one', async () => {
    for (const name of ['api', 'worker']) {
      expect(await refusal(run(name, {}))).toMatch(/^DATABASE_URL is not set: .*\.\n$/);
    }
    const behind = await TestDatabase.create();
    const owner = new Client(behind.ownerUrl);
    await owner.connect();
    await owner.query('DELETE FROM migrations');
    await owner.end();
    const said = await refusal(run('api', { DATABASE_URL: behind.ownerUrl, DATABASE_APP_URL: behind.appUrl }));
    expect(said).toMatch(/^The database lacks \d+ migrations of this version: run "npm run migrate" first\.\n$/);
    await behind.drop();
  });

  it('refuse a role that row-level security does not hold', async () => {
    const said = await refusal(run('api', { DATABASE_URL: database.ownerUrl, DATABASE_APP_URL: database.ownerUrl }));
    expect(said).toMatch(/^Row-level security does not hold the role answerhood_owner, /);
    expect(said).toMatch(ONE_LINE);
  });
});
