import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { from } from 'pg-copy-streams';

/** Sends lines to a COPY. */
export async function copyInto(client: Client, statement: string, lines: readonly string[]): Promise<void> {
  const stream = client.query(from(statement));
  stream.end(lines.join(''));
  await finished(stream);
}
