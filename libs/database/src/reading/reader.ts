import { createHash } from 'node:crypto';
import { Pool } from 'pg';
import type { Sql } from 'sql-template-tag';
import { POOL_LIMITS } from '../connection/data-source';
import { DatabaseError } from '../connection/database-error';
import { appConnection, type DatabaseUrls } from '../connection/database-urls';
import { GuardedClient } from '../connection/guarded-client';
import { ownScopeStatement, scopeStatement } from '../transaction/scope-statement';
import { StatementBatch, type Step } from './statement-batch';

const names = new Map<string, string>();

/** One name per text, so that each connection plans a statement once. */
function statementName(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = createHash('sha1').update(text).digest('base64url');
    names.set(text, name);
  }
  return name;
}

/** How a round is planned. */
export interface Planning {
  /**
   * Whether statements are planned for the very values they come with, each time, instead of once per connection:
   * worth its price where one value fits three rows and another one half of the table.
   */
  readonly fresh?: boolean;
}

function step({ text, values }: Sql, { fresh }: Planning): Step {
  return { name: fresh ? '' : statementName(text), text, values, givesRows: true };
}

function frame(text: string, name = ''): Step {
  return { name, text, values: [], givesRows: false };
}

const BEGIN = frame('BEGIN READ ONLY', 'begin');
const COMMIT = frame('COMMIT', 'commit');

/** With a scope, in one transaction that it holds for. */
function stepsOf(scope: string | null, statements: readonly Sql[], planning: Planning): Step[] {
  const steps = statements.map((statement) => step(statement, planning));
  return scope === null ? steps : [BEGIN, frame(scope), ...steps, COMMIT];
}

/**
 * Reads plain rows. The statements of one round go out together, in one transaction that sees the rows of
 * one community only, and cost one trip to the database.
 */
export class Reader {
  private readonly pool: Pool;

  constructor(urls: DatabaseUrls, poolSize: number) {
    this.pool = new Pool({ ...appConnection(urls), ...POOL_LIMITS, max: poolSize, Client: GuardedClient });
    // A pool without a listener ends the process when the database goes away; the next query reports it.
    this.pool.on('error', () => undefined);
  }

  /** The rows of each statement, in their order. */
  async round<Rows extends readonly unknown[][]>(
    communityId: string,
    statements: { [I in keyof Rows]: Sql },
    planning?: Planning,
  ): Promise<Rows> {
    const rows: unknown = await this.send(scopeStatement(communityId), statements, planning);
    return rows as Rows;
  }

  /** The rows of one statement about one community. */
  async rows<Row>(communityId: string, statement: Sql, planning?: Planning): Promise<Row[]> {
    const [rows] = await this.round<[Row[]]>(communityId, [statement], planning);
    return rows;
  }

  /** The first row of one statement about one community, or null. */
  async row<Row>(communityId: string, statement: Sql): Promise<Row | null> {
    return (await this.rows<Row>(communityId, statement))[0] ?? null;
  }

  /** The rows of statements that see, of what belongs to communities, only the memberships of one user. */
  async ownRound<Rows extends readonly unknown[][]>(
    userId: string,
    statements: { [I in keyof Rows]: Sql },
  ): Promise<Rows> {
    const rows: unknown = await this.send(ownScopeStatement(userId), statements);
    return rows as Rows;
  }

  /** The rows of one statement about what belongs to no community. */
  async globalRows<Row>(statement: Sql): Promise<Row[]> {
    const [rows] = await this.send(null, [statement]);
    return rows as Row[];
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private async send(scope: string | null, statements: readonly Sql[], planning: Planning = {}): Promise<unknown[][]> {
    const client = await this.pool.connect().catch((error: unknown) => {
      throw DatabaseError.translate(error);
    });
    try {
      const rows = await StatementBatch.send(client, stepsOf(scope, statements, planning));
      client.release();
      return rows;
    } catch (error) {
      // What the server did not say is about the connection: there is nothing left to use.
      const usable =
        DatabaseError.code(error) &&
        (await StatementBatch.clear(client).then(
          () => true,
          () => false,
        ));
      client.release(!usable);
      throw DatabaseError.translate(error);
    }
  }
}
