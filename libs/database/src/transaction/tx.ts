import type { EntityManager, EntityTarget, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import type { Sql } from 'sql-template-tag';
import { ownScopeStatement, scopeStatement } from './scope-statement';

/** One open transaction: every statement of a change goes through it, and all of them hold or none. */
export class Tx {
  constructor(private readonly manager: EntityManager) {}

  /** The rows a statement returns. */
  async rows<Row>(statement: Sql): Promise<Row[]> {
    const result: unknown = await this.manager.query(statement.text, statement.values);
    // An UPDATE or DELETE comes back as [rows, count].
    const returned =
      Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number';
    return (returned ? (result as [Row[], number])[0] : result) as Row[];
  }

  /** The first row a statement returns, or null. */
  async row<Row>(statement: Sql): Promise<Row | null> {
    return (await this.rows<Row>(statement))[0] ?? null;
  }

  /**
   * From here on the transaction sees the rows of this community, and no longer those of the one before: for what must
   * be done in several of them, or in none.
   */
  async enter(communityId: string): Promise<void> {
    await this.manager.query(scopeStatement(communityId));
  }

  /** From here on the transaction also reads the memberships of this user, in whatever community. */
  async showOwn(userId: string): Promise<void> {
    await this.manager.query(ownScopeStatement(userId));
  }

  /** Inserts one or more rows of an entity. */
  async insert<Entity extends ObjectLiteral>(
    target: EntityTarget<Entity>,
    values: QueryDeepPartialEntity<Entity> | QueryDeepPartialEntity<Entity>[],
  ): Promise<void> {
    if (Array.isArray(values) && values.length === 0) return;
    await this.manager.createQueryBuilder().insert().into(target).values(values).updateEntity(false).execute();
  }
}
