import { Injectable } from '@nestjs/common';
import { IdentityTidying } from '@app/identity';
import type { Job } from '../job';

/** Every night: takes away sessions, links and counts that are long over. */
@Injectable()
export class TidyIdentityJob implements Job {
  readonly task = 'tidy_identity';
  readonly cron = '17 3 * * *';

  constructor(private readonly tidying: IdentityTidying) {}

  async run(): Promise<void> {
    await this.tidying.tidy();
  }
}
