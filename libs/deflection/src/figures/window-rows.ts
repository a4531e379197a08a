import { windowBefore, type Window } from '@app/kernel';
import sql, { type Sql } from 'sql-template-tag';

/** Both as rows of a statement, under the name `w`: which (0, and 1 for the one before), began, ended. */
export function windowRows(window: Window): Sql {
  const before = windowBefore(window);
  return sql`(VALUES (0, ${window.from}::timestamptz, ${window.to}::timestamptz),
    (1, ${before.from}::timestamptz, ${before.to}::timestamptz)) AS w (which, began, ended)`;
}
