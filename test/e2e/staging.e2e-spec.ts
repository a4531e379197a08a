import { Client } from 'pg';
import { counterDrift } from '../support/counter-drift';
import { Founder } from '../support/founder';
import { staged } from '../support/import-records';
import { SAMPLE_RECORDS } from '../support/sample-records';
import { TestDatabase } from '../support/test-database';
import { Staging, type StagedImport } from '@app/interchange';

const HALF = 20;

describe('an import that waits', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await TestDatabase.create();
  });

  afterAll(async () => {
    await database.drop();
  });

  const open = (slug: string, change: Partial<StagedImport> = {}): Promise<Staging> =>
    Staging.open(database.ownerUrl, { community: { slug }, origin: 'test', fingerprint: 'one', ...change });
  const batch = (from: number, to: number): Parameters<Staging['append']>[0] => ({
    ...staged(SAMPLE_RECORDS.slice(from, to), 'test'),
    leftOut: [{ name: 'tag wikis', count: 2 }],
    position: to,
  });

  it('goes on where it was, and is published whole', async () => {
    const first = await open('halves');
    expect(first.position).toBe(0);
    await first.append(batch(0, HALF));
    expect(first.position).toBe(HALF);
    await first.close();
    const second = await open('halves');
    expect(second.position).toBe(HALF);
    await second.append(batch(HALF, SAMPLE_RECORDS.length));
    const steps: string[] = [];
    const outcome = await second.publish({
      dryRun: false,
      onStep: ({ name, number, of }) => steps.push(`${number}/${of} ${name}`),
    });
    expect(outcome.kinds.comment?.added).toBe(4);
    expect(outcome.leftOut).toEqual([{ name: 'tag wikis', count: 4 }]);
    expect(steps).toHaveLength(outcome.steps.length);
    const founder = new Founder(database.ownerUrl);
    expect(await counterDrift(founder, outcome.communityId)).toEqual([]);
    await founder.stop();
    await second.close();
    const third = await open('halves');
    expect(third.position).toBe(0);
    await third.discard();
    await third.close();
  });

  it('keeps nothing of a batch that fails', async () => {
    const staging = await open('fails');
    await staging.append(batch(0, 3));
    const broken = { kind: 'topic', line: 'not a line\n' } as const;
    await expect(staging.append({ ...batch(3, 6), rows: [...batch(3, 6).rows, broken] })).rejects.toThrow(
      'missing data for column',
    );
    expect(staging.position).toBe(3);
    await staging.append(batch(3, SAMPLE_RECORDS.length));
    const outcome = await staging.publish({ dryRun: true, onStep: () => undefined });
    expect(outcome.kinds.product?.added).toBe(2);
    await staging.close();
  });

  it('begins anew when the source is another one', async () => {
    const first = await open('anew');
    await first.append(batch(0, HALF));
    await first.close();
    const second = await open('anew', { fingerprint: 'two' });
    expect(second.position).toBe(0);
    const outcome = await second.publish({ dryRun: true, onStep: () => undefined });
    expect(outcome.kinds).toEqual({});
    await second.close();
  });

  it('is one process at a time, for one community and origin', async () => {
    const first = await open('alone');
    await expect(open('alone')).rejects.toThrow(
      'Another process is importing "test" into "alone" right now: wait until it is done, or end it.',
    );
    const other = await open('alone', { origin: 'other' });
    await other.close();
    await first.close();
    await (await open('alone')).close();
  });

  it('is seen by nobody before it is published, and not by the restricted role at all', async () => {
    const staging = await open('unseen');
    await staging.append(batch(0, SAMPLE_RECORDS.length));
    const app = new Client({ connectionString: database.appUrl });
    await app.connect();
    const { rows } = await app.query(`SELECT slug FROM communities WHERE slug = 'unseen'`);
    expect(rows).toEqual([]);
    const schemas = await app.query<{ name: string }>(
      `SELECT nspname AS name FROM pg_namespace WHERE nspname LIKE 'import\\_%' AND has_schema_privilege(nspname, 'USAGE')`,
    );
    expect(schemas.rows).toEqual([]);
    await app.end();
    await staging.discard();
    await staging.close();
  });

  it('leaves nothing behind when it is lost while it is published', async () => {
    const staging = await open('lost');
    await staging.append(batch(0, SAMPLE_RECORDS.length));
    const admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
    const kill = (): Promise<unknown> =>
      admin.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'answerhood import' AND datname = current_database()`,
      );
    let killed: Promise<unknown> = Promise.resolve();
    const publishing = staging.publish({
      dryRun: false,
      onStep: ({ name }) => {
        if (name === 'revisions') killed = kill();
      },
    });
    // A statement is lost, or the next one finds that the connection is.
    await expect(publishing).rejects.toThrow(/terminat|connection error/);
    await killed;
    await staging.close();
    const { rows } = await admin.query(`SELECT slug FROM communities WHERE slug = 'lost'`);
    expect(rows).toEqual([]);
    await admin.end();
    const again = await open('lost');
    expect(again.position).toBe(SAMPLE_RECORDS.length);
    const outcome = await again.publish({ dryRun: false, onStep: () => undefined });
    expect(outcome.founded).toBe(true);
    await again.discard();
    await again.close();
  });
});
