import { createDataSource, Reader, Transactor } from '@app/database';
import { newId } from '@app/kernel';
import { PostgresIndex, type DocumentRef, type SearchDocument } from '@app/search';
import sql from 'sql-template-tag';
import type { DataSource } from 'typeorm';
import { topicOf } from '../support/search-contract-documents';
import { TestDatabase } from '../support/test-database';

interface Row {
  readonly id: string;
  readonly revision: string;
  readonly removed: boolean;
  readonly empty: boolean;
}

describe('the index in PostgreSQL', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let transactor: Transactor;
  let reader: Reader;
  const index = new PostgresIndex();

  beforeAll(async () => {
    database = await TestDatabase.create();
    dataSource = await createDataSource(database, [], 2).initialize();
    transactor = new Transactor(dataSource);
    reader = new Reader(database, 2);
  });
  afterAll(async () => {
    await Promise.all([dataSource?.destroy(), reader?.close()]);
    await database?.drop();
  });

  const write = (community: string, documents: SearchDocument[], removed: DocumentRef[] = []): Promise<void> =>
    transactor.run(community, (tx) => index.write(tx, community, documents, removed));
  const rowsOf = (community: string): Promise<Row[]> =>
    reader.rows<Row>(
      community,
      sql`SELECT id, revision, removed, whole = '' AS empty FROM search_documents WHERE community_id = ${community} ORDER BY revision`,
    );
  const countOf = async (community: string, space: string, word: string): Promise<number> =>
    (
      await reader.row<{ count: number }>(
        community,
        sql`SELECT count FROM search_words WHERE community_id = ${community} AND space = ${space} AND word = ${word}`,
      )
    )?.count ?? 0;

  it('gives every write a higher revision, and keeps the row of what is gone', async () => {
    const community = newId();
    const [a, b, c] = [newId(), newId(), newId()];
    await write(community, [topicOf({ id: a, title: 'One' }), topicOf({ id: b, title: 'Two' })]);
    const first = await rowsOf(community);
    await write(
      community,
      [topicOf({ id: a, title: 'One again' })],
      [
        { kind: 'TOPIC', id: b },
        { kind: 'TOPIC', id: c },
      ],
    );
    const rows = await rowsOf(community);
    expect(rows.map(({ id, removed, empty }) => ({ id, removed, empty }))).toEqual([
      { id: a, removed: false, empty: false },
      { id: b, removed: true, empty: true },
      { id: c, removed: true, empty: true },
    ]);
    expect(BigInt(rows[0]?.revision ?? 0)).toBeGreaterThan(BigInt(first.at(-1)?.revision ?? 0));
  });

  it('counts in how many documents a word is, through changes and removals', async () => {
    const community = newId();
    const topics = Array.from({ length: 5 }, (_, i) =>
      topicOf({ id: newId(), title: `The teapot ${i}`, body: 'It leaks.' }),
    );
    await write(community, topics);
    expect([await countOf(community, 'TEXT', 'teapot'), await countOf(community, 'TITLE', 'teapot')]).toEqual([5, 5]);
    await write(community, topics); // the same again
    expect(await countOf(community, 'TEXT', 'teapot')).toBe(5);
    const [first, second] = topics as [SearchDocument, SearchDocument];
    await write(community, [topicOf({ id: first.id, title: 'The kettle', body: 'It leaks.' })], [second]);
    expect([
      await countOf(community, 'TEXT', 'teapot'),
      await countOf(community, 'TEXT', 'kettle'),
      await countOf(community, 'TEXT', 'leaks'),
      await countOf(community, 'BAND', '#TOPIC'),
    ]).toEqual([3, 1, 4, 4]);
  });

  it('forgets a word that nobody uses any more', async () => {
    const community = newId();
    const topic = topicOf({ id: newId(), title: 'The hunter2 secret' });
    await write(community, [topic]);
    await write(community, [], [topic]);
    await expect(
      reader.rows(community, sql`SELECT word FROM search_words WHERE community_id = ${community}`),
    ).resolves.toEqual([]);
  });

  it('counts about right what very many documents have', async () => {
    const community = newId();
    const many = 6_000;
    for (let i = 0; i < many; i += 200)
      await write(
        community,
        Array.from({ length: 200 }, () => topicOf({ id: newId(), title: 'The teapot' })),
      );
    const count = await countOf(community, 'TEXT', 'teapot');
    expect(count).toBeGreaterThan(many * 0.8);
    expect(count).toBeLessThanOrEqual(many);
  });

  it('writes nothing where nothing is to be written, and all or nothing', async () => {
    const community = newId();
    await write(community, []);
    await expect(rowsOf(community)).resolves.toEqual([]);
    const failing = transactor.run(community, async (tx) => {
      await index.write(tx, community, [topicOf({ id: newId(), title: 'Lost' })], []);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await write(community, [topicOf({ id: newId(), title: 'Lost and found' })]);
    expect(await countOf(community, 'TEXT', 'lost')).toBe(1);
  });

  it('puts the words of a long text out of line, and keeps rows small', async () => {
    const community = newId();
    const body = Array.from({ length: 3_000 }, (_, i) => `word${i}`).join(' ');
    await write(community, [topicOf({ id: newId(), title: 'A long one', body })]);
    const row = await reader.row<{ whole: number; rest: number }>(
      community,
      sql`SELECT pg_column_size(whole) AS whole, pg_column_size(title) AS rest FROM search_documents WHERE community_id = ${community}`,
    );
    expect(row?.whole).toBeGreaterThan(30_000);
    expect(row?.rest).toBeLessThan(300);
  });
});
