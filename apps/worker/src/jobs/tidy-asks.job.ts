import { Injectable } from '@nestjs/common';
import { AsksTidying } from '@app/superfans';
import type { Job } from '../job';

/** Every night: takes away what is known of asks of long ago. */
@Injectable()
export class TidyAsksJob implements Job {
  readonly task = 'tidy_asks';
  readonly cron = '57 3 * * *';

  constructor(private readonly tidying: AsksTidying) {}

  async run(): Promise<void> {
    await this.tidying.tidy();
  }
}
