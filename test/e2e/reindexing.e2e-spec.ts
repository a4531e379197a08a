import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@app/kernel';
import { Environment } from '@app/environment';
import { SearchIndexer, SearchReindexing, SearchUpkeep } from '@app/search';
import { Client } from 'pg';
import { reindexCommunities } from '../../apps/cli/src/support/reindex-communities';
import { startWorker } from '../../apps/worker/src/start-worker';
import type { TestCommunity } from '../support/founder';
import { SearchIndex } from '../support/search-index';
import { TestApp } from '../support/test-app';

/** More than are indexed at a time. */
const TOPICS = 2_500;

describe('indexing all there is', () => {
  let house: TestApp;
  let community: TestCommunity;
  let index: SearchIndex;

  beforeAll(async () => {
    house = await TestApp.start();
  });
  afterAll(() => house.stop());
  beforeEach(async () => {
    community = await house.founder.community();
    index = new SearchIndex(house, community);
    const memberId = newId();
    await index.rows(
      `INSERT INTO members (community_id, id, handle, display_name, role) VALUES ($1, $2, 'ann', 'Ann', 'CUSTOMER')`,
      [community.key, memberId],
    );
    await index.rows(
      `INSERT INTO topics (community_id, id, code, slug, kind, title, body, body_html, author_id, author_role, locale, last_activity_at)
       SELECT $1, gen_random_uuid(), 'c' || n, 'x', 'QUESTION', 'Topic number ' || n, 'x', '<p>x</p>', $2, 'CUSTOMER', 'en', now()
       FROM generate_series(1, ${TOPICS}) n`,
      [community.key, memberId],
    );
  });
  afterEach(() => index.verify(TOPICS));

  const indexed = async (): Promise<number> =>
    (await index.rows(`SELECT FROM search_documents WHERE community_id = '${community.key}' AND NOT removed`)).length;
  const forgetChanges = (): Promise<object[]> => index.rows('DELETE FROM search_changes');
  const jobs = (): Promise<{ later: boolean }[]> =>
    index.rows(
      `SELECT run_at > now() AS later FROM graphile_worker.jobs WHERE task_identifier = 'index_search' AND key LIKE '%' || $1`,
      [community.key],
    );
  const asOwner = async (statement: string): Promise<void> => {
    const owner = new Client({ connectionString: house.database.ownerUrl });
    await owner.connect();
    await owner.query(statement);
    await owner.end();
  };

  it('stops between two batches, goes on where it was, and serves what was there meanwhile', async () => {
    await index.settle();
    const reindexing = house.app.get(SearchReindexing);
    const stopping = new AbortController();
    const first = await reindexing.run(community.key, {
      signal: stopping.signal,
      onBatch: () => stopping.abort(),
    });
    expect(first).toBe(false);
    const place = await reindexing.place(community.key);
    expect(place).toMatchObject({ task: 'REINDEX', total: TOPICS + 1 });
    expect(place?.done).toBeGreaterThan(0);
    expect(place?.done).toBeLessThan(TOPICS);
    const told: (number | undefined)[] = [];
    const there: number[] = [];
    const onBatch = async (_: number, at: { done: number } | null): Promise<void> => {
      told.push(at?.done);
      there.push(await indexed());
    };
    await index.rows(`UPDATE topics SET title = 'Changed meanwhile' WHERE code = 'c1'`);
    expect(await reindexing.run(community.key, { onBatch: (...batch) => void onBatch(...batch) })).toBe(true);
    expect(told[0]).toBeGreaterThan(place?.done ?? 0);
    expect(await reindexing.place(community.key)).toBeNull();
    for (let i = 0; i < 100 && there.length < told.length; i++) await pause(10);
    expect(new Set(there)).toEqual(new Set([TOPICS + 1]));
  });

  it('is one writer at a time; who finds it at work looks again later', async () => {
    const other = new Client({ connectionString: house.database.appUrl });
    await other.connect();
    await other.query('BEGIN');
    await other.query('SELECT pg_advisory_xact_lock(7225012, hashtext($1))', [community.key]);
    await expect(house.app.get(SearchIndexer).drain(community.key)).resolves.toBe('BUSY');
    const worker = await startWorker({
      environment: Environment.from({ NODE_ENV: 'test', LOG_LEVEL: 'error' }),
      urls: house.database,
    });
    for (let i = 0; i < 200 && (await jobs()).every(({ later }) => !later); i++) await pause(10);
    expect(await jobs()).toEqual([{ later: true }]);
    await other.query('COMMIT');
    await other.end();
    for (let i = 0; i < 400 && (await indexed()) <= TOPICS; i++) await pause(20);
    expect(await indexed()).toBe(TOPICS + 1);
    await worker.stop();
  });

  it('begins by itself when a worker starts on what an older release or a killed worker left', async () => {
    await forgetChanges();
    await index.rows(`INSERT INTO search_passes (community_id, task) VALUES ($1, 'REINDEX')`, [community.key]);
    const worker = await startWorker({
      environment: Environment.from({ NODE_ENV: 'test', LOG_LEVEL: 'error' }),
      urls: house.database,
    });
    for (let i = 0; i < 400 && (await indexed()) <= TOPICS; i++) await pause(20);
    expect(await indexed()).toBe(TOPICS + 1);
    await worker.stop();
  });

  it('is done from a shell, beside a running installation', async () => {
    await index.settle();
    await forgetChanges();
    await index.rows(`DELETE FROM search_documents WHERE community_id = '${community.key}'`);
    await index.rows(`DELETE FROM search_words WHERE community_id = '${community.key}'`);
    const { ownerUrl, appUrl } = house.database;
    const said: string[] = [];
    const going = new AbortController().signal;
    const { env } = process;
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    try {
      process.env = { ...env, NODE_ENV: 'test', DATABASE_URL: ownerUrl, DATABASE_APP_URL: appUrl };
      await reindexCommunities(community.slug, going);
      await expect(reindexCommunities('nowhere', going)).rejects.toThrow(
        'There is no community "nowhere": check its slug.',
      );
    } finally {
      process.env = env;
      write.mockRestore();
    }
    expect(said.join('')).toMatch(/"community-\d+" is indexed: 2,501 in .* s \([\d,]+ a second\)\.\n$/);
    expect(await indexed()).toBe(TOPICS + 1);
  });

  it('finds by comparing what no note was left of', async () => {
    await index.settle();
    await asOwner('ALTER TABLE topics DISABLE TRIGGER USER');
    await index.rows(`UPDATE topics SET title = 'Changed behind the back' WHERE code IN ('c1', 'c1199')`);
    await index.rows(`UPDATE topics SET state = 'HIDDEN' WHERE code = 'c2'`);
    await index.rows(`DELETE FROM search_documents WHERE id IN (SELECT id FROM topics WHERE code IN ('c3', 'c4'))`);
    await index.rows(`DELETE FROM search_documents WHERE kind = 'MEMBER'`);
    await asOwner('ALTER TABLE topics ENABLE TRIGGER USER');
    const revision = `SELECT max(revision)::int AS last, count(*) FILTER (WHERE NOT removed)::int AS n FROM search_documents WHERE community_id = '${community.key}'`;
    const [before] = await index.rows<{ last: number; n: number }>(revision);
    await house.app.get(SearchUpkeep).sweep();
    expect(await jobs()).toEqual([{ later: false }]);
    await index.settle();
    const [after] = await index.rows<{ last: number; n: number }>(revision);
    expect(after).toEqual({ last: (before?.last ?? 0) + 6, n: TOPICS });
  });

  it('leaves out what cannot be indexed, and nothing else', async () => {
    const [bad] = await index.rows<{ id: string }>(`SELECT id FROM topics WHERE code = 'c77'`);
    await asOwner(`
      CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'No room for it'; END $$;
      CREATE TRIGGER spoil BEFORE INSERT OR UPDATE ON search_documents FOR EACH ROW
        WHEN (NEW.id = '${bad?.id}') EXECUTE FUNCTION spoil()`);
    await expect(house.app.get(SearchIndexer).drain(community.key)).resolves.toBe('DONE');
    expect(await indexed()).toBe(TOPICS);
    await asOwner('DROP FUNCTION spoil CASCADE');
    await house.app.get(SearchUpkeep).sweep();
    await index.settle();
    expect(await indexed()).toBe(TOPICS + 1);
    await asOwner(`
      CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'No room for any'; END $$;
      CREATE TRIGGER spoil BEFORE INSERT OR UPDATE ON search_documents FOR EACH ROW EXECUTE FUNCTION spoil()`);
    await index.rows(`UPDATE topics SET title = 'Changed'`);
    await expect(house.app.get(SearchIndexer).drain(community.key)).rejects.toThrow('No room for any');
    expect(await index.waiting()).toBeGreaterThan(TOPICS - 10);
    await asOwner('DROP FUNCTION spoil CASCADE');
    await house.app.get(SearchUpkeep).sweep();
  });
});
