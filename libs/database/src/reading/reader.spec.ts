import sql from 'sql-template-tag';
import { TestDatabase } from '../../../../test/support/test-database';
import { Reader } from './reader';

const COMMUNITY = '01900000-0000-7000-8000-0000000000aa';

describe('Reader', () => {
  let database: TestDatabase;
  let reader: Reader;

  beforeAll(async () => {
    database = await TestDatabase.create();
    // One connection: whatever one round leaves behind, the next one finds.
    reader = new Reader(database, 1);
  });
  afterAll(async () => {
    await reader.close();
    await database.drop();
  });

  const number = (n: number) => sql`SELECT ${n}::int AS n`;
  const numbers = (from: number, to: number) => sql`SELECT generate_series(${from}::int, ${to}::int) AS n`;

  it('gives the rows of each statement of a round in their order, also where one is there twice, or gives none', async () => {
    for (let time = 0; time < 3; time++) {
      await expect(
        reader.round(COMMUNITY, [number(1), numbers(1, 3), number(2), numbers(1, 0), sql`SELECT 'x' AS name`]),
      ).resolves.toEqual([[{ n: 1 }], [{ n: 1 }, { n: 2 }, { n: 3 }], [{ n: 2 }], [], [{ name: 'x' }]]);
    }
  });

  it('gives values as JavaScript has them, and takes them so', async () => {
    const at = new Date('2026-01-31T09:30:00.123Z');
    const list = ['a', 'b "quoted"', 'c,\\d'];
    const read = sql`SELECT ${at}::timestamptz AS at, ${list}::text[] AS list, ${true}::boolean AS yes,
      ${null}::text AS nothing, ${7}::int AS n, '{"a":[1]}'::json AS json`;
    for (let time = 0; time < 2; time++) {
      await expect(reader.globalRows(read)).resolves.toEqual([
        { at, list, yes: true, nothing: null, n: 7, json: { a: [1] } },
      ]);
    }
  });

  it('holds the scope for its round only', async () => {
    const scope = sql`SELECT current_setting('app.community_id', true) AS scope`;
    await expect(reader.rows(COMMUNITY, scope)).resolves.toEqual([{ scope: COMMUNITY }]);
    await expect(reader.globalRows(scope)).resolves.toEqual([{ scope: '' }]);
  });

  it('changes nothing', async () => {
    await expect(reader.rows(COMMUNITY, sql`CREATE TABLE t (n int)`)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('goes on after a statement that failed, whatever was prepared before or with it', async () => {
    const fail = sql`SELECT 1 / ${0}::int AS n`;
    for (let time = 0; time < 3; time++) {
      await expect(reader.round(COMMUNITY, [number(1), fail, numbers(4, 5)])).rejects.toThrow('division by zero');
      await expect(reader.round(COMMUNITY, [numbers(4, 5), number(1)])).resolves.toEqual([
        [{ n: 4 }, { n: 5 }],
        [{ n: 1 }],
      ]);
      await expect(reader.globalRows(sql`SELECT * FROM nowhere`)).rejects.toThrow('does not exist');
      await expect(reader.globalRows(number(2))).resolves.toEqual([{ n: 2 }]);
    }
  });

  it('goes on with another connection where its own was ended', async () => {
    const [own] = await reader.globalRows<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`);
    await expect(reader.globalRows(sql`SELECT pg_terminate_backend(${own?.pid}::int)`)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    });
    const [next] = await reader.globalRows<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`);
    expect(next?.pid).not.toBe(own?.pid);
  });
});
