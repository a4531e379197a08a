import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { ImportInterrupted, ImportRun, type ImportReport, type ImportRequest } from '@app/interchange';
import { Child } from '../support/child';
import { Founder } from '../support/founder';
import { differences, tenantRows, type TenantRows } from '../support/interchange/tenant-rows';
import { GeneratedSource, type Generated } from '../support/interchange/generated-source';
import { temporaryFolder } from '../support/temporary-folder';
import { TestDatabase } from '../support/test-database';

const TOPICS = 1_500;
/** For a test that imports several times. */
const SEVERAL_MS = 120_000;
const PROCESS = join(__dirname, '../support/processes/import-process.ts');

describe('importing', () => {
  let database: TestDatabase;
  let founder: Founder;
  let admin: Client;
  const folder = temporaryFolder();

  beforeAll(async () => {
    database = await TestDatabase.create();
    founder = new Founder(database.ownerUrl);
    admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
  });

  afterAll(async () => {
    await admin.end();
    await founder.stop();
    await database.drop();
  });

  const rejectsOf = (slug: string): string => join(folder, `${slug}.ndjson`);

  function run(slug: string, generated: Generated, more: Partial<ImportRequest> = {}): Promise<ImportReport> {
    const observer = { begin: () => undefined, read: () => undefined, publishing: () => undefined };
    const request = {
      ownerUrl: database.ownerUrl,
      source: new GeneratedSource(generated),
      community: { slug },
      dryRun: false,
      rejectsFile: rejectsOf(slug),
      observer,
      ...more,
    };
    return new ImportRun(request).run();
  }

  const keyOf = async (slug: string): Promise<string | undefined> =>
    (await admin.query<{ id: string }>('SELECT id FROM communities WHERE slug = $1', [slug])).rows[0]?.id;

  /** What an import has made; events, follows and revisions are numbered anew by each. */
  const made = async (slug: string): Promise<TenantRows> => {
    const rows = await tenantRows(founder, (await keyOf(slug)) ?? '', ['domain_events']);
    const unnumbered = (table: string): string[] =>
      (rows[table] ?? []).map((row) => row.replace(/"id": "[^"]*", /, ''));
    return { ...rows, follows: unnumbered('follows'), revisions: unnumbered('revisions') };
  };

  const staged = async (): Promise<number> =>
    (await admin.query("SELECT FROM pg_namespace WHERE nspname LIKE '%import%'")).rowCount ?? 0;

  it('brings what can be brought, tells of the rest, and leaves nothing of its own behind', async () => {
    const report = await run('whole', { topics: TOPICS });
    expect(report).toMatchObject({ founded: true, foundBefore: 0, rejects: 30, differing: { count: 0, first: [] } });
    expect(report.kinds).toMatchObject({ member: { added: 20 }, topic: { added: TOPICS }, answer: { added: TOPICS } });
    expect(report.leftOut).toEqual([{ name: 'drafts', count: 15 }]);
    expect(report.rejected.map(({ count }) => count)).toEqual([15, 15]);
    const lines = readFileSync(rejectsOf('whole'), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(30);
    expect(lines.map((line) => JSON.parse(line))).toContainEqual({
      file: 'generated',
      line: 38,
      reason: 'This row has too few columns.',
    });
    const key = (await keyOf('whole')) ?? '';
    const [topic] = await founder.sql<{ body: string; body_html: string }>(
      key,
      "SELECT body, body_html FROM topics WHERE title = 'Topic 3'",
    );
    expect(topic?.body).toBe('Text **3** of edition 0 [here](https://old.example/t/3)');
    expect(topic?.body_html).toBe(
      '<p>Text <strong>3</strong> of edition 0 ' +
        '<a href="https://old.example/t/3" rel="nofollow ugc noopener noreferrer">here</a></p>\n',
    );
    expect(await staged()).toBe(0);
  });

  it('changes nothing when it is done again, and only what is new of a grown source', async () => {
    const before = await made('whole');
    const again = await run('whole', { topics: TOPICS });
    expect(again.founded).toBe(false);
    expect(again.kinds.topic).toEqual({ added: 0, updated: 0, unchanged: TOPICS, kept: 0 });
    expect(differences(before, await made('whole'))).toEqual({});
    const grown = await run('whole', { topics: TOPICS + 10, edition: 1 });
    expect(grown.kinds.topic).toMatchObject({ added: 10, updated: TOPICS / 2, unchanged: TOPICS / 2 });
  });

  it('tells in a dry run what it would do, and does nothing', async () => {
    const report = await run('dry', { topics: 50 }, { dryRun: true });
    expect(report).toMatchObject({ founded: true, rejects: 2, kinds: { topic: { added: 50 } } });
    expect(await keyOf('dry')).toBeUndefined();
    expect(await staged()).toBe(0);
  });

  it(
    'goes on where it was killed, and makes what an import makes that nobody kills',
    async () => {
      const args = [database.ownerUrl, 'killed', `${TOPICS}`, '30', rejectsOf('killed')];
      const killed = Child.script(PROCESS, args);
      await killed.says(/read [1-9]/);
      killed.signal('SIGKILL');
      expect(await killed.exit()).toBeNull();
      expect(await keyOf('killed')).toBeUndefined();
      const second = Child.script(PROCESS, args);
      expect(await second.exit()).toBe(0);
      expect(Number(/from (\d+)/.exec(second.stdout)?.[1])).toBeGreaterThan(0);
      await run('unhurt', { topics: TOPICS });
      expect(differences(await made('unhurt'), await made('killed'))).toEqual({});
      const sorted = (slug: string): string[] => readFileSync(rejectsOf(slug), 'utf8').split('\n').toSorted();
      expect(sorted('killed')).toEqual(sorted('unhurt'));
    },
    SEVERAL_MS,
  );

  it(
    'ends in an orderly way when it is told to, and goes on later',
    async () => {
      const stopping = new AbortController();
      const observer = { begin: () => undefined, read: () => stopping.abort(), publishing: () => undefined };
      const interrupted = await run(
        'stopped',
        { topics: TOPICS, pause: 100 },
        { observer, signal: stopping.signal },
      ).catch((error: unknown) => error);
      expect(interrupted).toBeInstanceOf(ImportInterrupted);
      expect(interrupted).toHaveProperty('message', expect.stringContaining('run the same command again'));
      expect(await keyOf('stopped')).toBeUndefined();
      const report = await run('stopped', { topics: TOPICS });
      expect(report.foundBefore).toBe((interrupted as ImportInterrupted).position);
      expect(report.foundBefore).toBeLessThan(report.found);
      expect(differences(await made('unhurt'), await made('stopped'))).toEqual({});
    },
    SEVERAL_MS,
  );

  it(
    'goes on when the database was away',
    async () => {
      let lost = 0;
      const read = (): void => {
        if (lost++ > 0) return;
        void admin.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'answerhood import' AND datname = current_database()",
        );
      };
      const observer = { begin: () => undefined, read, publishing: () => undefined };
      await expect(run('away', { topics: TOPICS, pause: 30 }, { observer })).rejects.toThrow('The database went away.');
      expect(await keyOf('away')).toBeUndefined();
      const report = await run('away', { topics: TOPICS });
      expect(report.foundBefore).toBeGreaterThan(0);
      expect(differences(await made('unhurt'), await made('away'))).toEqual({});
    },
    SEVERAL_MS,
  );

  it('says before it begins that rejects cannot be listed', async () => {
    const rejectsFile = join(folder, 'nowhere', 'rejects.ndjson');
    await expect(run('unlisted', { topics: 50 }, { rejectsFile })).rejects.toThrow('cannot be written');
    expect(await keyOf('unlisted')).toBeUndefined();
  });

  describe('by commands', () => {
    const cli = (...args: string[]): Child =>
      Child.script(join(__dirname, '../../apps/cli/src/main.ts'), args, {
        DATABASE_URL: database.ownerUrl,
        DATABASE_APP_URL: database.appUrl,
      });

    it('imports a folder, and appoints the admin that the community lacks', async () => {
      const member = { kind: 'member', externalId: '1', name: 'Ann', email: 'ann@a.example' };
      const files = {
        'community.ndjson': { kind: 'community', format: 'answerhood', version: 1 },
        'members.ndjson': member,
      };
      for (const [name, record] of Object.entries(files))
        writeFileSync(join(folder, name), `${JSON.stringify(record)}\n`);
      const rejects = join(folder, 'cli.ndjson');
      const imported = cli(
        'import',
        'answerhood',
        folder,
        '--community',
        'by-cli',
        '--name',
        'By hand',
        '--rejects',
        rejects,
      );
      expect(await imported.exit()).toBe(0);
      expect(imported.stdout).toContain('"by-cli" is imported.');
      expect(imported.stdout).toMatch(/member +1 +0 +0 +0\n/);
      expect(imported.stdout).toContain('npm run cli -- appoint-admin by-cli <email>');
      const appointed = cli('appoint-admin', 'by-cli', 'Ann@a.example');
      expect(await appointed.exit()).toBe(0);
      expect(appointed.stdout).toMatch(/^Ann \(.*\) is an admin of "by-cli"\.\n.*:\n +http.*token=/);
      expect(await cli('appoint-admin', 'by-cli', 'bob@a.example').exit()).toBe(0);
      const key = (await keyOf('by-cli')) ?? '';
      const people = 'SELECT display_name AS name, role FROM members WHERE erased_at IS NULL ORDER BY name';
      expect(await founder.sql(key, people)).toEqual([
        { name: 'Ann', role: 'ADMIN' },
        { name: 'bob', role: 'ADMIN' },
      ]);
      expect(existsSync(rejects)).toBe(false);
    });

    it.each([
      [
        'a source that is not there',
        ['import', 'discourse', '/nowhere', '--community', 'x1'],
        /^\/nowhere: There is no/,
      ],
      ['a slug that is none', ['import', 'answerhood', '.', '--community', 'No slug'], /^A slug takes/],
      ['a community that is not there', ['appoint-admin', 'nobody', 'a@a.example'], /^There is no community "nobody"/],
      ['an address that is none', ['appoint-admin', 'by-cli', 'a'], /^The address of the admin/],
    ])('says in one line what hinders: %s', async (_name, args, sentence) => {
      const child = cli(...args);
      expect(await child.exit()).toBe(1);
      expect(child.stderr).toMatch(sentence);
      expect(child.stderr.trim().split('\n')).toHaveLength(1);
    });
  });
});
