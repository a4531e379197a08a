import sql, { type Sql } from 'sql-template-tag';

/** How often something may be tried within some minutes. */
export interface Budget {
  /** A keyed hash of whose budget it is. */
  readonly key: string;
  readonly tries: number;
  readonly minutes: number;
}

/**
 * `WITH` queries that take one try from each budget, atomically: `over` then has one row, whose `until` is null
 * where all budgets had one left, else the moment when they have again. Rows are locked in the order of their keys.
 */
export function takeTries(budgets: readonly Budget[]): Sql {
  const keys = budgets.map(({ key }) => key);
  return sql`
    budget AS (SELECT * FROM unnest(${keys}::text[], ${budgets.map(({ tries }) => tries)}::int[],
      ${budgets.map(({ minutes }) => minutes)}::int[]) AS b (key, most, minutes)),
    taken AS (
      INSERT INTO login_throttles AS t (key, tries, forget_at)
      SELECT key, 1, now() + make_interval(mins => minutes) FROM budget ORDER BY key
      ON CONFLICT (key) DO UPDATE SET
        tries = CASE WHEN t.forget_at > now() THEN t.tries + 1 ELSE 1 END,
        forget_at = CASE WHEN t.forget_at > now() THEN t.forget_at ELSE excluded.forget_at END
      RETURNING t.key, t.tries, t.forget_at),
    over AS (SELECT max(forget_at) AS until FROM taken JOIN budget USING (key) WHERE tries > most)`;
}
