import type { Client } from 'pg';
import type { Sql } from 'sql-template-tag';

const AT_ONCE = 2_000;

/** The rows of a query, some at a time, in an open transaction. */
export async function* fetchRows<Row extends object>(client: Client, query: Sql): AsyncGenerator<Row[]> {
  await client.query({ text: `DECLARE some_rows CURSOR FOR ${query.text}`, values: query.values });
  try {
    for (;;) {
      const { rows } = await client.query<Row>(`FETCH ${AT_ONCE} FROM some_rows`);
      if (rows.length === 0) return;
      yield rows;
    }
  } finally {
    await client.query('CLOSE some_rows');
  }
}
