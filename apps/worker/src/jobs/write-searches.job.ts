import { Injectable } from '@nestjs/common';
import { SearchRecordsService, WRITE_SEARCHES_TASK, type SearchBatch } from '@app/search';
import type { Job } from '../job';

/** Writes a batch of gathered searches. */
@Injectable()
export class WriteSearchesJob implements Job<SearchBatch> {
  readonly task = WRITE_SEARCHES_TASK;

  constructor(private readonly records: SearchRecordsService) {}

  async run(batch: SearchBatch): Promise<void> {
    await this.records.write(batch);
  }
}
