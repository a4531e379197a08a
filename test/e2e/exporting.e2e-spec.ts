import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@app/kernel';
import { CommunityExport, type ExportOptions } from '@app/interchange';
import { Client } from 'pg';
import { EXPORTED_KINDS, NOT_EXPORTED } from '../../libs/interchange/src/exporting/exported-kinds';
import { Snapshot } from '../../libs/interchange/src/exporting/snapshot';
import { RECORD_FILES } from '../../libs/interchange/src/format/interchange-record';
import { RECORD_FIELDS } from '../../libs/interchange/src/format/record-fields';
import { unknownKeys } from '../../libs/interchange/src/sources/answerhood/known-keys';
import { Child } from '../support/child';
import { exportLines } from '../support/interchange/export-lines';
import { RichCommunity } from '../support/interchange/rich-community';
import { TRICKY_TEXTS } from '../support/interchange/tricky-texts';
import { temporaryFolder } from '../support/temporary-folder';
import { TestApp } from '../support/test-app';

/** Columns of exported tables that no record has, because they follow from what records have. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  'the community is the one that is exported': ['*.community_id', 'communities.id'],
  'it is made of the Markdown': ['*.body_html', 'members.bio_html'],
  'they count rows that are exported': [
    '*.follower_count',
    'topics.answer_count',
    'topics.reply_count',
    'topics.me_too_count',
    'articles.still_right_count',
    'articles.not_right_count',
    'answers.star_count',
    'answers.trusted_star_count',
    'answers.comment_count',
    'tags.topic_count',
  ],
  'they follow from answers and marks': [
    'topics.resolution',
    'topics.resolved_by',
    'topics.unanswered',
    'topics.first_answer_at',
    'answers.official',
    'answers.solved',
  ],
  'it follows from the author': ['answers.follow_up'],
  'it follows from the ledger, which is exported': ['communities.trust_epoch', 'members.trust'],
  'it is where the answer is': ['official_marks.topic_id', 'solved_marks.topic_id'],
  'it tells of changes made here, and says nothing elsewhere': ['communities.version'],
  'its member is exported with the address': ['member_addresses.member_id'],
};

const READ_ONLY_TABLES = `SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND (c.relname = 'communities' OR EXISTS (
    SELECT FROM pg_attribute x WHERE x.attrelid = c.oid AND x.attname = 'community_id'))
  GROUP BY c.relname ORDER BY 1`;

/** What comes of an export that is not waited for yet. */
function outcomeOf(exporting: Promise<unknown>): Promise<string> {
  return exporting.then(() => 'written', String);
}

describe('an export', () => {
  let house: TestApp;
  let rich: RichCommunity;

  beforeAll(async () => {
    house = await TestApp.start();
    rich = await RichCommunity.build(house);
  });
  afterAll(() => house.stop());

  const elsewhere = (): string => join(temporaryFolder(), 'export');
  const run = (folder: string, more: Partial<ExportOptions> = {}): Promise<readonly { records: number }[]> =>
    CommunityExport.run({ ownerUrl: house.database.ownerUrl, slug: rich.slug, folder, ...more });

  /** Lets an export come to its last file and no further, as long as the work goes on. */
  async function halted(work: (reached: Promise<void>, admin: Client) => Promise<void>): Promise<void> {
    const [locker, admin] = [1, 2].map(() => new Client({ connectionString: house.database.adminUrl })) as [
      Client,
      Client,
    ];
    await Promise.all([locker.connect(), admin.connect()]);
    await locker.query('BEGIN; LOCK TABLE domain_events');
    const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'COPY%'`;
    const reached = (async () => {
      while ((await admin.query(waiting)).rowCount === 0);
    })();
    try {
      await work(reached, admin);
    } finally {
      await Promise.all([locker.end(), admin.end()]);
    }
  }

  it('carries every table of a community, and every column that does not follow from others', async () => {
    const tables = await rich.sql<{ table: string; columns: string[] }>(READ_ONLY_TABLES);
    const statements = EXPORTED_KINDS.flatMap((kind) =>
      kind.tables.map((table) => ({ table, text: kind.statements.join() })),
    );
    expect(tables.map(({ table }) => table).toSorted()).toEqual(
      [...statements.map(({ table }) => table), ...Object.keys(NOT_EXPORTED)].toSorted(),
    );
    const follows = new Set(Object.values(FOLLOWS).flat());
    const missing = tables
      .filter(({ table }) => !(table in NOT_EXPORTED))
      .flatMap(({ table, columns }) =>
        columns
          .filter((column) => !follows.has(`*.${column}`) && !follows.has(`${table}.${column}`))
          .filter(
            (column) => !statements.some((one) => one.table === table && new RegExp(`\\.${column}\\b`).test(one.text)),
          )
          .map((column) => `${table}.${column}`),
      );
    expect(missing).toEqual([]);
  });

  it('writes records of the format only, of every kind and with every key, one in a line', async () => {
    const folder = elsewhere();
    await run(folder);
    expect(readdirSync(folder).toSorted()).toEqual(Object.values(RECORD_FILES).toSorted());
    const seen = new Set<string>();
    for (const { kind, tables } of EXPORTED_KINDS) {
      const records = exportLines(folder, RECORD_FILES[kind]);
      for (const record of records) {
        expect([record['kind'], unknownKeys(kind, record), Object.values(record).includes(null)]).toEqual([
          kind,
          [],
          false,
        ]);
        for (const key of Object.keys(record)) seen.add(`${kind}.${key}`);
      }
      if (tables.length === 1) {
        const where = tables[0] === 'communities' ? `WHERE id = '${rich.id}'` : '';
        const [count] = await rich.sql<{ n: number }>(`SELECT count(*)::int AS n FROM ${tables[0]} ${where}`);
        expect([kind, records.length]).toEqual([kind, count?.n]);
      }
    }
    const all = Object.entries(RECORD_FIELDS).flatMap(([kind, fields]) =>
      Object.keys(fields).map((key) => `${kind}.${key}`),
    );
    expect(all.filter((key) => !seen.has(key))).toEqual(ONLY_OF_OTHERS);
  });

  it('keeps every text as it is, in one line each', async () => {
    const folder = elsewhere();
    await run(folder);
    const rows = await rich.sql<{ id: string; title: string; body: string }>('SELECT id, title, body FROM topics');
    const topics = exportLines(folder, 'topics.ndjson');
    const text = new Map(topics.map((topic) => [topic['externalId'], [topic['title'], topic['body']]]));
    for (const { id, title, body } of rows) expect(text.get(id)).toEqual([title, { text: body }]);
    const bodies = rows.map(({ body }) => body).join();
    for (const tricky of TRICKY_TEXTS) expect(bodies).toContain(tricky);
    const bytes = readFileSync(join(folder, 'topics.ndjson'));
    expect(bytes.filter((byte) => byte < 0x20 && byte !== 0x0a)).toHaveLength(0);
    expect(bytes.filter((byte) => byte === 0x0a)).toHaveLength(rows.length);
  });

  it('is of one moment, whatever is written while it runs', async () => {
    const snapshot = await Snapshot.open(house.database.ownerUrl, rich.slug);
    try {
      const [before] = await rich.sql<{ n: number }>('SELECT count(*)::int AS n FROM topic_links');
      await rich.sql('UPDATE topic_links SET kind = kind');
      const [one, two] = await rich.sql<{ id: string }>('SELECT id FROM topics ORDER BY id DESC LIMIT 2');
      await rich.sql(
        `INSERT INTO topic_links (community_id, topic_id, linked_id, kind) VALUES ($1, $2, $3, 'RELATED')`,
        ...[rich.id, one?.id, two?.id],
      );
      const links = EXPORTED_KINDS.find(({ kind }) => kind === 'link')?.statements[0] ?? '';
      const lines = (await snapshot.lines(links).toArray()).join('').split('\n').slice(0, -1);
      expect(lines).toHaveLength(before?.n ?? -1);
    } finally {
      await snapshot.close();
    }
  });

  it('holds nothing of other communities', async () => {
    const other = await house.founder.community();
    const stranger = newId();
    await house.founder.sql(
      other.key,
      `INSERT INTO members (community_id, id, handle, display_name, role) VALUES ($1, $2, 'other', 'Other', 'CUSTOMER')`,
      [other.key, stranger],
    );
    const folder = elsewhere();
    await run(folder);
    for (const file of readdirSync(folder)) expect(readFileSync(join(folder, file), 'utf8')).not.toContain(stranger);
    const theirs = elsewhere();
    await run(theirs, { slug: other.slug });
    expect(exportLines(theirs, 'members.ndjson')).toMatchObject([{ externalId: stranger }]);
    expect(readFileSync(join(theirs, 'topics.ndjson'), 'utf8')).toBe('');
  });

  it('is the same packed, and again', async () => {
    const [folder, packed, again] = [elsewhere(), elsewhere(), elsewhere()];
    const files = await run(folder);
    await run(packed, { gzip: true });
    expect(await run(again)).toEqual(files);
    for (const file of Object.values(RECORD_FILES)) {
      expect(exportLines(packed, `${file}.gz`)).toEqual(exportLines(folder, file));
      expect(readFileSync(join(again, file))).toEqual(readFileSync(join(folder, file)));
    }
  });

  it('goes into a folder of its own, and nowhere else', async () => {
    const folder = elsewhere();
    mkdirSync(folder);
    await run(folder);
    expect(statSync(folder).mode & 0o077).toBe(0);
    await expect(run(folder)).rejects.toThrow('is there already and not empty: name a folder that is not there yet.');
    const file = join(folder, 'community.ndjson');
    await expect(run(file)).rejects.toThrow('is there already and not empty');
    await expect(run(join(file, 'below'))).rejects.toThrow(/cannot be written \(ENOTDIR\)|is there already/);
    const other = elsewhere();
    mkdirSync(`${other}.partial`);
    writeFileSync(join(`${other}.partial`, 'community.ndjson'), '');
    await expect(run(other)).rejects.toThrow('another export is writing it, or one was cut off');
    expect(readdirSync(`${other}.partial`)).toEqual(['community.ndjson']);
    const unknown = elsewhere();
    await expect(run(unknown, { slug: 'nobody' })).rejects.toThrow('There is no community "nobody"');
    expect([existsSync(unknown), existsSync(`${unknown}.partial`)]).toEqual([false, false]);
  });

  it('leaves nothing when it is stopped', async () => {
    const folder = elsewhere();
    await halted(async (reached) => {
      const stopping = new AbortController();
      const outcome = outcomeOf(run(folder, { signal: stopping.signal }));
      await reached;
      expect(existsSync(join(`${folder}.partial`, 'topics.ndjson'))).toBe(true);
      expect(existsSync(folder)).toBe(false);
      stopping.abort();
      expect(await outcome).toBe('StartFault: The export was stopped: nothing is left of it.');
      expect([existsSync(folder), existsSync(`${folder}.partial`)]).toEqual([false, false]);
    });
  });

  it('leaves nothing when the database is lost', async () => {
    const folder = elsewhere();
    await halted(async (reached, admin) => {
      const outcome = outcomeOf(run(folder));
      await reached;
      await admin.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'COPY%' AND wait_event_type = 'Lock'`,
      );
      expect(await outcome).toMatch(/terminating connection|Connection terminated/);
      expect([existsSync(folder), existsSync(`${folder}.partial`)]).toEqual([false, false]);
    });
  });

  describe('from a shell', () => {
    const shell = (...args: string[]): Child =>
      Child.script('apps/cli/src/main.ts', ['export', ...args], {
        DATABASE_URL: house.database.ownerUrl,
        DATABASE_APP_URL: house.database.appUrl,
      });

    it('says what it has written', async () => {
      const folder = elsewhere();
      const child = shell(rich.slug, folder, '--gzip');
      expect([await child.exit(), child.stderr]).toEqual([0, '']);
      expect(child.stdout).toMatch(/^community\.ndjson\.gz +1 record +\d+\.\d MB$/m);
      expect(child.stdout).toContain(` records in ${Object.keys(RECORD_FILES).length} files, `);
      expect(child.stdout).toMatch(/: [\d,]+ records in \d+ files, \d+\.\d MB, in \d+\.\d s \([\d,]+ a second\)\.\n$/);
      expect(exportLines(folder, 'community.ndjson.gz')).toMatchObject([{ slug: rich.slug, format: 'answerhood' }]);
      const again = shell(rich.slug, folder);
      expect([await again.exit(), again.stdout]).toEqual([1, '']);
      expect(again.stderr).toMatch(/is there already and not empty: name a folder that is not there yet\.\n$/);
    });

    it('ends with a line and leaves nothing when it is stopped', async () => {
      const folder = elsewhere();
      await halted(async (reached) => {
        const child = shell(rich.slug, folder);
        await reached;
        child.signal('SIGINT');
        child.signal('SIGINT');
        expect(await child.exit()).toBe(1);
        expect(child.stderr).toBe('The export was stopped: nothing is left of it.\n');
        expect([existsSync(folder), existsSync(`${folder}.partial`)]).toEqual([false, false]);
      });
    });
  });
});

/** Keys that say what only other sources do not know. */
const ONLY_OF_OTHERS = ['community.implied', 'answer.byAsker'];
