import { createDataSource, JobQueue, Reader, Transactor } from '@app/database';
import { MeiliConnection, type MeiliOptions } from '@app/search';
import type { DataSource } from 'typeorm';
import { DocumentsReader } from '../../../libs/search/src/documents/documents.reader';
import { SearchFeed } from '../../../libs/search/src/indexing/search-feed';
import { MeilisearchEngine } from '../../../libs/search/src/meilisearch/meilisearch.engine';
import { MirrorFilling } from '../../../libs/search/src/meilisearch/mirror-filling';
import { MirrorFollowUpService } from '../../../libs/search/src/meilisearch/mirror-follow-up.service';
import { MirrorIndexes } from '../../../libs/search/src/meilisearch/mirror-indexes';
import { MirrorJobs } from '../../../libs/search/src/meilisearch/mirror-jobs';
import { MirrorRebuildingService } from '../../../libs/search/src/meilisearch/mirror-rebuilding.service';
import { MirrorRepairingService } from '../../../libs/search/src/meilisearch/mirror-repairing.service';
import { MirrorStanding } from '../../../libs/search/src/meilisearch/mirror-standing';
import { MirrorStates } from '../../../libs/search/src/meilisearch/mirror-states';
import { MirrorSweeping } from '../../../libs/search/src/meilisearch/mirror-sweeping';
import { MirrorWriter } from '../../../libs/search/src/meilisearch/mirror-writer';
import { MirroringService } from '../../../libs/search/src/meilisearch/mirroring.service';
import { SearchLeases } from '../../../libs/search/src/meilisearch/search-leases';
import { Founder } from '../founder';
import { TestDatabase } from '../test-database';

/** Everything that keeps Meilisearch up to date, put together on a database of its own. */
export class MirrorHouse {
  readonly founder: Founder;
  readonly transactor: Transactor;
  readonly feed: SearchFeed;
  readonly documents = new DocumentsReader();
  readonly indexes: MirrorIndexes;
  readonly states: MirrorStates;
  readonly writer: MirrorWriter;
  readonly filling: MirrorFilling;
  readonly standing: MirrorStanding;
  readonly sweeping: MirrorSweeping;
  readonly jobs: MirrorJobs;
  readonly mirroring: MirroringService;
  readonly repairing: MirrorRepairingService;
  readonly followUp: MirrorFollowUpService;
  readonly rebuilding: MirrorRebuildingService;
  readonly engine: MeilisearchEngine;

  private constructor(
    readonly database: TestDatabase,
    private readonly dataSource: DataSource,
    readonly reader: Reader,
    readonly connection: MeiliConnection,
  ) {
    this.founder = new Founder(database.ownerUrl);
    this.transactor = new Transactor(dataSource);
    this.feed = new SearchFeed(reader);
    this.indexes = new MirrorIndexes(connection);
    this.states = new MirrorStates(connection);
    this.writer = new MirrorWriter(connection);
    this.filling = new MirrorFilling(reader, this.feed, this.documents, this.states, this.writer);
    this.standing = new MirrorStanding(reader, this.transactor);
    this.sweeping = new MirrorSweeping(connection, this.feed, this.indexes, this.states, this.filling);
    const leases = new SearchLeases(this.transactor);
    this.jobs = new MirrorJobs(connection, this.transactor, new JobQueue());
    this.mirroring = new MirroringService(leases, this.indexes, this.filling, this.standing, this.jobs);
    this.repairing = new MirrorRepairingService(leases, this.sweeping, this.jobs);
    this.followUp = new MirrorFollowUpService(reader, this.feed, this.indexes, this.states, this.jobs);
    this.rebuilding = new MirrorRebuildingService(reader, leases, this.indexes, this.filling, this.jobs);
    this.engine = new MeilisearchEngine(connection, this.standing);
  }

  static async open(options: MeiliOptions): Promise<MirrorHouse> {
    const database = await TestDatabase.create();
    const dataSource = await createDataSource(database, [], 4).initialize();
    return new MirrorHouse(database, dataSource, new Reader(database, 4), new MeiliConnection(options));
  }

  async close(): Promise<void> {
    await Promise.all([this.dataSource.destroy(), this.reader.close(), this.founder.stop()]);
    await this.database.drop();
  }
}
