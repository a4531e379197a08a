import { Reader, type Planning } from '@app/database';
import sql, { type Sql } from 'sql-template-tag';
import { PlanNode, type PlanJson } from './plan-node';

interface Explained {
  readonly 'QUERY PLAN': readonly [{ readonly Plan: PlanJson }];
}

/**
 * A reader that asks the database, as the restricted role under its policies, how it answers each statement,
 * and then answers as any reader does.
 */
export class ExplainingReader extends Reader {
  private plans: PlanNode[] = [];

  override async round<Rows extends readonly unknown[][]>(
    communityId: string,
    statements: { [I in keyof Rows]: Sql },
    planning?: Planning,
  ): Promise<Rows> {
    const explained = (statements as readonly Sql[]).map(
      (statement) => sql`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${statement}`,
    );
    const answers = await super.round<Explained[][]>(communityId, explained, { fresh: true });
    this.plans.push(...answers.flat().map((row) => new PlanNode(row['QUERY PLAN'][0].Plan)));
    return super.round<Rows>(communityId, statements, planning);
  }

  /** The plans of the statements that `read` sends. */
  async explain(read: () => Promise<unknown>): Promise<PlanNode[]> {
    this.plans = [];
    await read();
    return this.plans;
  }
}
