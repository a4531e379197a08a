import type { InterchangeRecord } from '@app/interchange';
import { counterDrift } from './counter-drift';
import { Founder } from './founder';
import { importRecords, type TestImport, type TestImported } from './import-records';
import { SAMPLE_RECORDS } from './sample-records';
import { TestDatabase } from './test-database';

/** A database to import into, and to look at what has come. */
export class ImportWorld {
  private constructor(
    private readonly database: TestDatabase,
    readonly founder: Founder,
  ) {}

  static async begin(): Promise<ImportWorld> {
    const database = await TestDatabase.create();
    return new ImportWorld(database, new Founder(database.ownerUrl));
  }

  async end(): Promise<void> {
    await this.founder.stop();
    await this.database.drop();
  }

  /** Imports records, and sees that the rows bear out all counters afterwards. */
  async imported(
    slug: string,
    records: readonly InterchangeRecord[] = SAMPLE_RECORDS,
    options: Partial<TestImport> = {},
  ): Promise<TestImported> {
    const outcome = await importRecords(records, { ownerUrl: this.database.ownerUrl, slug, ...options });
    const drift = await counterDrift(this.founder, outcome.communityId);
    if (drift.length > 0) throw new Error(`Kept values that no rows bear out: ${JSON.stringify(drift)}`);
    return outcome;
  }

  /** The first row of a query, without its SELECT, in a community. */
  async one<Row extends object>(communityId: string, query: string): Promise<Row | undefined> {
    const rows = await this.founder.sql<Row>(communityId, `SELECT ${query}`);
    return rows[0];
  }
}
