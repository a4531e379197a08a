import type { Sql } from 'sql-template-tag';

/** Whose data it is. */
export interface DataOwner {
  readonly communityId: string;
  readonly memberId: string;
  /** The identity behind the member. */
  readonly userId: string;
}

/** One kind of line in the file, and the rows that become such lines. */
export interface DataSection {
  readonly kind: string;
  rows(owner: DataOwner): Sql;
}

/** A section with its kind. */
export const section = (kind: string, rows: DataSection['rows']): DataSection => ({ kind, rows });
