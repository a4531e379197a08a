import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import { Child } from '../../../../test/support/child';
import { temporaryFolder } from '../../../../test/support/temporary-folder';
import { EmbeddedServer } from './embedded-server';
import { readPidFile } from './server-pid-file';

const PROCESS = join(__dirname, '../../../../test/support/processes/embedded-process.ts');
const describeAsRoot = process.getuid?.() === 0 ? describe : describe.skip;

interface Urls {
  readonly ownerUrl: string;
  readonly port: number;
}

async function query(connectionString: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

const start = (dataDir: string): Promise<EmbeddedServer> => EmbeddedServer.start({ dataDir, fsync: false });

let seed: string;
beforeAll(async () => {
  seed = temporaryFolder();
  await (await start(seed)).stop();
});

/** A folder as the first start leaves it, made faster than by a first start. */
function usedFolder(): string {
  const dataDir = temporaryFolder();
  execFileSync('cp', ['-a', `${seed}/.`, dataDir]);
  return dataDir;
}

/** What a start on this folder is refused with. */
const refusal = (dataDir: string): Promise<string> =>
  start(dataDir).then(
    async (server) => {
      await server.stop();
      throw new Error('the server started');
    },
    (error: Error) => error.message,
  );

/** A start in a process of its own, which can be killed. */
async function startProcess(dataDir: string): Promise<{ child: Child; urls: Urls }> {
  const child = Child.script(PROCESS, [dataDir]);
  const [line] = await child.says(/.+\n/);
  return { child, urls: JSON.parse(line) as Urls };
}

async function kill(child: Child): Promise<void> {
  child.signal('SIGKILL');
  await child.exit();
}

describe('EmbeddedServer', () => {
  describe('on a new folder', () => {
    const dataDir = join(temporaryFolder(), 'made', 'by', 'the', 'start');
    let server: EmbeddedServer;
    beforeAll(async () => {
      server = await start(dataDir);
    });
    afterAll(() => server.stop());

    it('has a database of the owner, who is no superuser', async () => {
      const [state] = await query(
        server.ownerUrl,
        `SELECT current_user AS role, rolsuper AS super, rolcreaterole AS "createsRoles",
                (SELECT datdba::regrole::text FROM pg_database WHERE datname = current_database()) AS owner
         FROM pg_roles WHERE rolname = current_user`,
      );
      expect(state).toEqual({ role: 'answerhood_owner', super: false, createsRoles: true, owner: 'answerhood_owner' });
    });

    it('has a restricted role that owns nothing, and that the owner may take on', async () => {
      const [state] = await query(
        server.appUrl,
        `SELECT current_user AS role, rolsuper AS super, rolbypassrls AS bypasses,
                (SELECT count(*)::int FROM pg_shdepend WHERE refobjid = rolname::regrole AND deptype = 'o') AS owns
         FROM pg_roles WHERE rolname = current_user`,
      );
      expect(state).toEqual({ role: 'answerhood_app', super: false, bypasses: false, owns: 0 });
      expect(await query(server.ownerUrl, 'SET ROLE answerhood_app')).toEqual([]);
    });

    it('sorts and compares text the same on every machine', async () => {
      const [locale] = await query(
        server.ownerUrl,
        `SELECT datlocprovider AS provider, datlocale AS locale, pg_encoding_to_char(encoding) AS encoding
         FROM pg_database WHERE datname = current_database()`,
      );
      expect(locale).toEqual({ provider: 'b', locale: 'C.UTF-8', encoding: 'UTF8' });
      const [text] = await query(
        server.ownerUrl,
        `SELECT lower('ÄÉЯ') AS lower, array_agg(word ORDER BY word) AS words FROM unnest('{ä,b,Z,a}'::text[]) word`,
      );
      expect(text).toEqual({ lower: 'äéя', words: ['Z', 'a', 'b', 'ä'] });
    });

    it('finds similar words in any script', async () => {
      await query(server.ownerUrl, 'CREATE EXTENSION pg_trgm');
      const [found] = await query(server.ownerUrl, `SELECT similarity('Привет', 'ПРИВЕТ') AS similarity`);
      expect(found).toEqual({ similarity: 1 });
    });

    it('keeps checksums, asks for a password and listens on the loopback interface only', async () => {
      const settings = ['data_checksums', 'listen_addresses', 'TimeZone', 'unix_socket_directories'];
      const values = await query(
        server.adminUrl,
        `SELECT setting FROM pg_settings WHERE name IN ('${settings.join("','")}') ORDER BY lower(name)`,
      );
      expect(values).toEqual([{ setting: 'on' }, { setting: '127.0.0.1' }, { setting: 'UTC' }, { setting: '' }]);
      const wrong = server.ownerUrl.replace(/:[^:@]+@/, ':wrong@');
      await expect(query(wrong, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
      expect(await query(server.adminUrl, 'SELECT DISTINCT auth_method FROM pg_hba_file_rules')).toEqual([
        { auth_method: 'scram-sha-256' },
      ]);
    });

    it('lets nobody else read its passwords and data', () => {
      expect(statSync(join(dataDir, 'postgres.json')).mode & 0o777).toBe(0o600);
      expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
    });

    it('refuses a second start while the first one runs, which goes on', async () => {
      expect(await refusal(dataDir)).toMatch(/^Another Answerhood already runs on this data folder: stop it, .*\.$/);
      expect(await query(server.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    });
  });

  it('writes durably unless told otherwise, and takes further settings', async () => {
    const server = await EmbeddedServer.start({ dataDir: temporaryFolder(), settings: { work_mem: '8MB' } });
    const names = `'fsync','full_page_writes','synchronous_commit','work_mem'`;
    const values = await query(
      server.adminUrl,
      `SELECT setting FROM pg_settings WHERE name IN (${names}) ORDER BY name`,
    );
    expect(values).toEqual([{ setting: 'on' }, { setting: 'on' }, { setting: 'on' }, { setting: '8192' }]);
    await server.stop();
  });

  it('stops with sessions open, and keeps data, passwords and port for the next start', async () => {
    const dataDir = usedFolder();
    const first = await start(dataDir);
    await query(first.ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS n');
    const idle = new Client(first.appUrl);
    idle.on('error', () => undefined);
    await idle.connect();
    await first.stop();
    expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
    await expect(query(first.ownerUrl, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });

    const second = await start(dataDir);
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(await query(second.ownerUrl, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
    await second.stop();
    await second.stop();
  });

  it('takes another port when its own is taken', async () => {
    const dataDir = usedFolder();
    const first = await start(dataDir);
    await first.stop();
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(first.port, '127.0.0.1', resolve));
    const second = await start(dataDir);
    expect(second.port).not.toBe(first.port);
    expect(await query(second.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.stop();
    squatter.close();
  });

  it('takes over the server that a killed process left running', async () => {
    const dataDir = usedFolder();
    const { child, urls } = await startProcess(dataDir);
    await query(urls.ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS n');
    const { pid } = readPidFile(join(dataDir, 'postgres'))!;
    await kill(child);
    const server = await start(dataDir);
    expect(readPidFile(join(dataDir, 'postgres'))?.pid).toBe(pid);
    expect(await query(server.ownerUrl, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
    await server.stop();
    expect(readPidFile(join(dataDir, 'postgres'))).toBeNull();
  });

  it('starts a left server anew that was started with other settings', async () => {
    const dataDir = usedFolder();
    const { child } = await startProcess(dataDir);
    const { pid } = readPidFile(join(dataDir, 'postgres'))!;
    await kill(child);
    const server = await EmbeddedServer.start({ dataDir, fsync: false, settings: { work_mem: '8MB' } });
    expect(readPidFile(join(dataDir, 'postgres'))?.pid).not.toBe(pid);
    expect(await query(server.adminUrl, 'SHOW work_mem')).toEqual([{ work_mem: '8MB' }]);
    await server.stop();
  });

  it('recovers when the server was killed as well', async () => {
    const dataDir = usedFolder();
    const { child, urls } = await startProcess(dataDir);
    await query(urls.ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS n');
    process.kill(readPidFile(join(dataDir, 'postgres'))!.pid, 'SIGKILL');
    await kill(child);
    const server = await start(dataDir);
    expect(await query(server.ownerUrl, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
    await server.stop();
  });

  it('is not misled by a process that was given the number of the dead server', async () => {
    const dataDir = usedFolder();
    const { uid, gid } = statSync(join(dataDir, 'postgres'));
    const stranger = spawn('sleep', ['60'], { cwd: '/', ...(process.getuid?.() === 0 ? { uid, gid } : {}) });
    await once(stranger, 'spawn');
    const lines = [stranger.pid, join(dataDir, 'postgres'), 1_700_000_000, 1, '', '127.0.0.1', '', 'ready', ''];
    writeFileSync(join(dataDir, 'postgres/postmaster.pid'), lines.join('\n'));
    chownSync(join(dataDir, 'postgres/postmaster.pid'), uid, gid);
    const server = await start(dataDir);
    expect(await query(server.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
    expect(stranger.exitCode).toBeNull();
    stranger.kill();
  });

  it('of two first starts at once lets one through', async () => {
    const dataDir = temporaryFolder();
    const outcomes = await Promise.allSettled([start(dataDir), start(dataDir)]);
    const started = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect([started.length, refused.length]).toEqual([1, 1]);
    expect(refused[0]?.reason.message).toMatch(/^Another [^\n]*\.$/);
    const server = started[0]!.value;
    expect(await query(server.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(readdirSync(dataDir).toSorted()).toEqual(['postgres', 'postgres.json', 'postgres.log']);
    await server.stop();
  });

  it('logs the death of the server and lets the process live', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const dataDir = usedFolder();
    const server = await start(dataDir);
    process.kill(readPidFile(join(dataDir, 'postgres'))!.pid, 'SIGKILL');
    while (logged.mock.calls.length === 0) await sleep(10);
    expect(logged.mock.calls).toEqual([[expect.stringMatching(/^The embedded PostgreSQL stopped answering: /)]]);
    await server.stop();
    logged.mockRestore();
  });

  describe('refuses in one line', () => {
    it('data of another major version', async () => {
      const dataDir = usedFolder();
      writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '17\n');
      expect(await refusal(dataDir)).toMatch(/^\S+ holds data of PostgreSQL 17, and this is PostgreSQL 18: [^\n]*\.$/);
    });

    it('a folder with other things in it', async () => {
      const dataDir = temporaryFolder();
      mkdirSync(join(dataDir, 'postgres/photos'), { recursive: true });
      expect(await refusal(dataDir)).toMatch(/^\S+ holds other things than a database: [^\n]*\.$/);
    });

    it('a data folder that is a file', async () => {
      const dataDir = join(temporaryFolder(), 'file');
      writeFileSync(dataDir, '');
      expect(await refusal(dataDir)).toMatch(/^The data folder \S+ cannot be written: [^\n]*\.$/);
    });

    it('passwords that are lost, unreadable or of another server', async () => {
      const [dataDir, other] = [usedFolder(), temporaryFolder()];
      await (await start(other)).stop();
      const file = join(dataDir, 'postgres.json');
      writeFileSync(file, readFileSync(join(other, 'postgres.json')));
      expect(await refusal(dataDir)).toMatch(
        /^The embedded PostgreSQL refuses the passwords in postgres.json [^\n]*\.$/,
      );
      expect(readPidFile(join(dataDir, 'postgres'))).toBeNull();
      writeFileSync(file, '{');
      expect(await refusal(dataDir)).toMatch(/^\S+ with the database's passwords cannot be read: [^\n]*\.$/);
      rmSync(file);
      expect(await refusal(dataDir)).toMatch(/^\S+ with the database's passwords is missing: [^\n]*\.$/);
    });

    it('a setting that PostgreSQL does not know, with what it said', async () => {
      const dataDir = usedFolder();
      writeFileSync(join(dataDir, 'postgres/postgresql.conf'), 'no_such_setting = 1\n', { flag: 'a' });
      expect(await refusal(dataDir)).toMatch(
        /^The embedded PostgreSQL did not start \([^\n]*\): see \S+postgres.log[^\n]*\.$/,
      );
    });
  });

  describeAsRoot('started by root', () => {
    it('runs in a folder that only root can enter', async () => {
      const closed = temporaryFolder();
      chmodSync(closed, 0o700);
      const server = await start(join(closed, 'data'));
      expect(await query(server.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await server.stop();
    });

    it('refuses a data folder of root, which PostgreSQL cannot run as', async () => {
      const dataDir = usedFolder();
      chownSync(join(dataDir, 'postgres'), 0, 0);
      expect(await refusal(dataDir)).toMatch(/^PostgreSQL does not run as root [^\n]*chown[^\n]*\.$/);
    });
  });
});
