import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type MixedList } from 'typeorm';
import { createDataSource } from './connection/data-source';
import type { DatabaseUrls } from './connection/database-urls';
import { EventLog } from './events/event-log';
import { JobQueue } from './jobs/job-queue';
import { Reader } from './reading/reader';
import { Transactor } from './transaction/transactor';

/** Where the database is, what is in it, and how many connections one process may hold. */
export interface DatabaseOptions {
  readonly urls: DatabaseUrls;
  readonly entities: MixedList<new () => object>;
  readonly poolSize: number;
}

/** One process's way to the database: half of its connections write, half read. */
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: Reader,
  ) {}

  static with({ urls, entities, poolSize }: DatabaseOptions): DynamicModule {
    const half = Math.max(1, Math.floor(poolSize / 2));
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        { provide: DataSource, useFactory: () => createDataSource(urls, entities, half).initialize() },
        { provide: Reader, useFactory: () => new Reader(urls, half) },
        {
          provide: Transactor,
          useFactory: (dataSource: DataSource) => new Transactor(dataSource),
          inject: [DataSource],
        },
        EventLog,
        JobQueue,
      ],
      exports: [DataSource, Reader, Transactor, EventLog, JobQueue],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.dataSource.destroy(), this.reader.close()]);
  }
}
