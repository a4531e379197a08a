import { Injectable } from '@nestjs/common';
import { SearchTidying } from '@app/search';
import type { Job } from '../job';

/** Every night: takes away what is known of old searches. */
@Injectable()
export class TidySearchesJob implements Job {
  readonly task = 'tidy_searches';
  readonly cron = '37 3 * * *';

  constructor(private readonly tidying: SearchTidying) {}

  async run(): Promise<void> {
    await this.tidying.tidy();
  }
}
