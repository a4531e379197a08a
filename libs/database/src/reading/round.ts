import type { Sql } from 'sql-template-tag';
import type { Reader } from './reader';

/** Statements that go to the database in one trip, where it depends on the request which of them do. */
export class Round {
  private readonly statements: Sql[] = [];
  private found: readonly unknown[][] = [];

  constructor(
    private readonly reader: Reader,
    private readonly communityId: string,
  ) {}

  /** Adds a statement, where there is one; what comes back gives its rows once the round has been sent. */
  add<Row>(statement: Sql | undefined): () => Row[] {
    const place = statement ? this.statements.push(statement) - 1 : -1;
    return () => (this.found[place] ?? []) as Row[];
  }

  async send(): Promise<void> {
    this.found = await this.reader.round<unknown[][]>(this.communityId, this.statements);
  }
}
