import { Cursor, DomainError, toConnection, type Connection, type PageRequest } from '@app/kernel';
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';

/** One key of an order: its SQL, its type there, and its value in a row that was read. */
export interface OrderKey<Row> {
  readonly expression: string;
  readonly type: 'timestamptz' | 'uuid' | 'integer' | 'boolean' | 'text';
  readonly value: (row: Row) => string | number | boolean | Date;
}

/**
 * A unique order with keyset paging: a page starts behind the key of a row, not at a number of rows, so that the
 * thousandth page costs what the first does. All keys run in one direction, so one index serves it both ways.
 */
export class Keyset<Row> {
  /** `list` names it in cursors; a function is asked when the first cursor is made or read: most pages need none. */
  constructor(
    private readonly list: string | (() => string),
    private readonly keys: readonly OrderKey<Row>[],
    private readonly descending: boolean,
  ) {}

  /** `AND …` for the rows behind the request's cursor, or nothing. */
  after(request: PageRequest): Sql {
    if (request.cursor === null) return empty;
    const values = Cursor.decode(
      request.cursor,
      this.name(),
      this.keys.map(({ type }) => (type === 'integer' ? 'number' : type === 'boolean' ? 'boolean' : 'string')),
    );
    const left = join(this.keys.map(({ expression }) => raw(expression)));
    const right = join(this.keys.map(({ type }, i) => sql`${checked(type, values[i])}${raw(`::${type}`)}`));
    return sql` AND (${left}) ${raw(this.down(request) ? '<' : '>')} (${right})`;
  }

  /** The keys with their direction, as they stand behind `ORDER BY`. */
  order(request: PageRequest): Sql {
    const direction = this.down(request) ? 'DESC' : 'ASC';
    return raw(this.keys.map(({ expression }) => `${expression} ${direction}`).join(', '));
  }

  /** `ORDER BY … LIMIT …`: one row more than the page, which tells whether there is a further one. */
  orderAndLimit(request: PageRequest): Sql {
    return sql` ORDER BY ${this.order(request)} LIMIT ${request.size + 1}`;
  }

  cursorOf(row: Row): string {
    return Cursor.encode(
      this.name(),
      this.keys.map(({ value }) => {
        const key = value(row);
        return key instanceof Date ? key.toISOString() : key;
      }),
    );
  }

  toConnection(rows: readonly Row[], request: PageRequest): Connection<Row> {
    return toConnection(rows, request, (row) => this.cursorOf(row));
  }

  private name(): string {
    return typeof this.list === 'string' ? this.list : this.list();
  }

  private down(request: PageRequest): boolean {
    return this.descending !== request.backward;
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const ISO_MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const MAX_INTEGER = 2_147_483_647;

/** A value that came in a cursor and will be a key of this type: a forged one must not reach the database. */
function checked(type: OrderKey<unknown>['type'], value: unknown): unknown {
  const sound =
    (type === 'timestamptz' &&
      typeof value === 'string' &&
      ISO_MOMENT.test(value) &&
      !Number.isNaN(Date.parse(value))) ||
    (type === 'uuid' && typeof value === 'string' && UUID.test(value)) ||
    (type === 'integer' && Number.isInteger(value) && Math.abs(Number(value)) <= MAX_INTEGER) ||
    type === 'boolean' ||
    (type === 'text' && !String(value).includes('\0'));
  if (!sound)
    throw DomainError.invalid('This cursor is not one of this list: use endCursor or startCursor of the page before.');
  return value;
}
