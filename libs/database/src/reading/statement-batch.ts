import { Query, types, type Connection, type FieldDef, type PoolClient } from 'pg';
import { prepareValue } from 'pg/lib/utils';
import { publishStatement } from '../connection/guarded-client';

/** One statement of a batch. */
export interface Step {
  /** Under which the connection keeps it prepared; empty where it is not worth keeping. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /** Whether it gives rows: what opens, scopes and ends a transaction does not. */
  readonly givesRows: boolean;
}

type Parser = (text: string) => unknown;

/** The columns that a statement gives, in their order. */
interface Columns {
  readonly names: readonly string[];
  readonly parsers: readonly Parser[];
  /** A row with nothing in it, whose copies all have the same shape. */
  readonly empty: Readonly<Record<string, unknown>>;
}

type Done = (outcome: unknown[][] | Error) => void;

const NO_COLUMNS: Columns = { names: [], parsers: [], empty: {} };

/** What each connection has prepared, by name. A plan whose columns changed is refused by the server. */
const prepared = new WeakMap<PoolClient, Map<string, Columns>>();

const usualMoment = types.getTypeParser(types.builtins.TIMESTAMPTZ, 'text') as Parser;

/** A moment in UTC, which is how the sessions of this product get theirs, is read by the engine itself. */
function moment(text: string): unknown {
  return text.endsWith('+00') && text[10] === ' '
    ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`)
    : usualMoment(text);
}

function parserOf(type: number): Parser {
  return type === types.builtins.TIMESTAMPTZ ? moment : (types.getTypeParser(type, 'text') as Parser);
}

function columnsOf(fields: readonly FieldDef[]): Columns {
  return {
    names: fields.map(({ name }) => name),
    parsers: fields.map(({ dataTypeID }) => parserOf(dataTypeID)),
    empty: Object.fromEntries(fields.map(({ name }) => [name, null])),
  };
}

/**
 * Statements that go to the server as one message and come back as one answer: the driver's own pipeline sends, and has
 * answered, each by itself. Extends the driver's query, so that the driver still knows whose answer it gets.
 */
export class StatementBatch extends Query {
  private results: unknown[][] = [];
  private readonly learned = new Map<string, Columns>();
  private columns: Columns;
  private current: unknown[] = [];
  private broken: Error | null = null;

  private constructor(
    private readonly steps: readonly Step[],
    private readonly known: Map<string, Columns>,
    private done: Done | null,
  ) {
    super('');
    this.columns = this.columnsOfNext();
  }

  /** The rows of each statement that gives some. After an error the connection must be `cleared`. */
  static send(client: PoolClient, steps: readonly Step[]): Promise<unknown[][]> {
    const known = prepared.get(client) ?? new Map<string, Columns>();
    prepared.set(client, known);
    return new Promise((resolve, reject) => {
      const done: Done = (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome));
      client.query(new StatementBatch(steps, known, done));
    });
  }

  /** Makes a connection that answered with an error good for the next batch. */
  static async clear(client: PoolClient): Promise<void> {
    await client.query('ROLLBACK');
    await client.query('DEALLOCATE ALL');
    prepared.delete(client);
  }

  override submit = (connection: Connection): void => {
    // Before anything is sent: a value that cannot be written must not leave half a batch behind.
    const values = this.steps.map((step) => step.values.map(prepareValue));
    const parsed = new Set(this.known.keys());
    connection.stream.cork();
    for (const [i, step] of this.steps.entries()) {
      publishStatement(step.text);
      if (!parsed.has(step.name)) connection.parse({ ...step, types: [] }, true);
      connection.bind({ statement: step.name, values: values[i] }, true);
      if (!parsed.has(step.name) && step.givesRows) connection.describe({ type: 'P' }, true);
      connection.execute(null, true);
      if (step.name) parsed.add(step.name);
    }
    connection.sync();
    connection.stream.uncork();
  };

  /** Called by the driver: the columns of a statement that is new to the connection. */
  handleRowDescription({ fields }: { readonly fields: readonly FieldDef[] }): void {
    this.columns = columnsOf(fields);
    this.learned.set(this.steps[this.results.length]?.name ?? '', this.columns);
  }

  /** Called by the driver for each row. */
  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const { names, parsers, empty } = this.columns;
    const row: Record<string, unknown> = { ...empty };
    try {
      for (let i = 0; i < fields.length; i++) {
        const text = fields[i];
        if (text != null) row[names[i] as string] = parsers[i]?.(text);
      }
    } catch (error) {
      this.broken ??= error as Error;
    }
    this.current.push(row);
  }

  /** Called by the driver at the end of each statement. */
  handleCommandComplete(): void {
    this.results.push(this.current);
    this.current = [];
    this.columns = this.columnsOfNext();
  }

  /** Called by the driver at the end of the batch. */
  handleReadyForQuery(): void {
    for (const { name } of this.steps)
      if (name) this.known.set(name, this.learned.get(name) ?? this.known.get(name) ?? NO_COLUMNS);
    this.settle(this.broken ?? this.results.filter((_, i) => this.steps[i]?.givesRows));
  }

  /** Called by the driver where a statement, or the connection, failed. */
  handleError(error: Error): void {
    this.settle(error);
  }

  /**
   * Lets go of the rows: the engine keeps batches for a while that are done, one behind the other, and what they point to
   * would be taken for long-lived. It was four fifths of what a reader of many rows left behind.
   */
  private settle(outcome: unknown[][] | Error): void {
    const { done } = this;
    this.done = null;
    this.results = [];
    this.current = [];
    done?.(outcome);
  }

  private columnsOfNext(): Columns {
    const name = this.steps[this.results.length]?.name ?? '';
    return this.learned.get(name) ?? this.known.get(name) ?? NO_COLUMNS;
  }
}
