import { Reader, type Tx } from '@app/database';
import type { Sql } from 'sql-template-tag';

/** The rows of each statement, in their order: in the transaction that is given, or in one trip of a reader. */
export function readRound(from: Tx | Reader, communityId: string, statements: Sql[]): Promise<unknown[][]> {
  if (statements.length === 0) return Promise.resolve([]);
  return from instanceof Reader
    ? from.round<unknown[][]>(communityId, statements)
    : Promise.all(statements.map((statement) => from.rows<unknown>(statement)));
}
