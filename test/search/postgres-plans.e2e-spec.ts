import { createDataSource, Reader, Transactor, type Planning } from '@app/database';
import { newId } from '@app/kernel';
import { PostgresEngine, PostgresIndex, type SearchRequest } from '@app/search';
import { Client } from 'pg';
import type { Sql } from 'sql-template-tag';
import type { DataSource } from 'typeorm';
import { topicOf } from '../support/search-contract-documents';
import { statementsOf } from '../support/statements';
import { TestDatabase } from '../support/test-database';

const TOPICS = 3_000;
/** Rows are found by their words, and the best of them fetched by where they stand. */
const USED =
  /Bitmap Index Scan on search_documents_words_idx|Bitmap Heap Scan on search_documents|Tid Scan on search_documents/;

/** Notes what it is asked. */
class NotingReader extends Reader {
  readonly asked: Sql[] = [];

  override round<Rows extends readonly unknown[][]>(
    communityId: string,
    statements: { [I in keyof Rows]: Sql },
    planning?: Planning,
  ): Promise<Rows> {
    this.asked.push(...(statements as readonly Sql[]));
    return super.round<Rows>(communityId, statements, planning);
  }
}

describe('searching in PostgreSQL', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let reader: NotingReader;
  let engine: PostgresEngine;
  const ours = newId();
  const theirs = newId();

  beforeAll(async () => {
    database = await TestDatabase.create();
    dataSource = await createDataSource(database, [], 2).initialize();
    reader = new NotingReader(database, 2);
    engine = new PostgresEngine(reader);
    const index = new PostgresIndex();
    const transactor = new Transactor(dataSource);
    for (const community of [ours, theirs]) {
      const topics = Array.from({ length: TOPICS }, (_, i) =>
        topicOf({
          id: newId(),
          title: `Topic ${i} about a common matter`,
          body: i % 100 === 0 ? 'It is rare.' : `See number${i}.`,
          createdAt: new Date(Date.UTC(2024, 0, 1) + i * 6 * 3_600_000),
          lastActivityAt: new Date(Date.UTC(2024, 0, 1) + i * 6 * 3_600_000),
          meTooCount: i % 7,
        }),
      );
      await transactor.run(community, (tx) => index.write(tx, community, topics, []));
    }
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query('ANALYZE search_documents, search_words');
    await owner.end();
  }, 60_000);
  afterAll(async () => {
    await Promise.all([dataSource?.destroy(), reader?.close()]);
    await database?.drop();
  });

  const request = (text: string): SearchRequest => ({
    communityId: ours,
    text,
    locale: 'en',
    kinds: ['TOPIC', 'ARTICLE'],
    filters: {},
    reader: { seesAll: false, memberId: null },
    offset: 0,
    limit: 20,
    facets: true,
  });

  /** The plans of all that the functions of these statements run, for the restricted role. */
  async function plansOf(work: () => Promise<unknown>): Promise<string> {
    reader.asked.length = 0;
    await work();
    const admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
    const plans: string[] = [];
    admin.on('notice', ({ message }) => plans.push(message ?? ''));
    await admin.query(`LOAD 'auto_explain'`);
    await admin.query(`SET auto_explain.log_min_duration = 0; SET auto_explain.log_nested_statements = on;
      SET auto_explain.log_level = notice; SET client_min_messages = notice; SET app.community_id = '${ours}'`);
    await admin.query(`SET ROLE ${admin.escapeIdentifier(new URL(database.appUrl).username)}`);
    for (const { text, values } of [...reader.asked]) await admin.query(text, [...values]);
    await admin.end();
    return plans.join('\n');
  }

  it.each([
    'rare matter',
    'common matter',
    'comon mater',
    'number2817',
    'numb',
    'matter rare common topic',
    '"common matter"',
  ])('uses the indexes on words for the restricted role: %s', async (text) => {
    const plans = await plansOf(() => engine.search(request(text)));
    expect(plans).toContain('Bitmap Index Scan on search_documents_words_idx');
    const scans = plans.match(/\w+( \w+)* Scan (using|on) search_documents\w*/g) ?? [];
    expect(scans.filter((scan) => !USED.test(scan))).toEqual([]);
  });

  it('uses an index to find words like a mistyped one', async () => {
    expect((await plansOf(() => engine.search(request('comon')))).includes('search_words_like_idx')).toBe(true);
  });

  it('takes two statements, and a third for words it has not met', async () => {
    const counts: number[] = [];
    for (const text of ['rare', 'rare', 'rare common matter about some topic -number', '"common matter" rare'])
      counts.push((await statementsOf(() => engine.search(request(text)))).length);
    expect(Math.max(...counts)).toBeLessThanOrEqual(3);
    expect(counts[1]).toBe(2);
  });

  it('counts exactly what it looks at in full', async () => {
    await expect(engine.search(request('rare'))).resolves.toMatchObject({ total: TOPICS / 100, isExact: true });
    await expect(engine.search(request('common'))).resolves.toMatchObject({ total: TOPICS, isExact: true });
  });

  it('shows a statement without a community nothing', async () => {
    reader.asked.length = 0;
    await engine.search(request('common'));
    const search = reader.asked.at(-1) as Sql;
    const [row] = await reader.globalRows<{ found: object }>(search);
    const found = row?.found;
    expect(found).toMatchObject({ total: 0, hits: [] });
  });

  it('leaves the tables closed to the restricted role where no community is named', async () => {
    const app = new Client({ connectionString: database.appUrl });
    await app.connect();
    for (const table of ['search_documents', 'search_words'])
      await expect(app.query(`SELECT 1 FROM ${table}`)).resolves.toMatchObject({ rowCount: 0 });
    await app.query(`SET app.community_id = '${theirs}'`);
    await expect(app.query('SELECT DISTINCT community_id AS id FROM search_documents')).resolves.toMatchObject({
      rows: [{ id: theirs }],
    });
    await app.end();
  });
});
