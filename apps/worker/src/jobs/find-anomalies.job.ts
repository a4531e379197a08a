import { Injectable } from '@nestjs/common';
import { AnomalyWatch } from '@app/reputation';
import type { Job } from '../job';

/** Every minute: looks through the ledgers that have grown for what leads should see. */
@Injectable()
export class FindAnomaliesJob implements Job {
  readonly task = 'find_anomalies';
  readonly cron = '* * * * *';

  constructor(private readonly watch: AnomalyWatch) {}

  async run(_: unknown, stopping: AbortSignal): Promise<void> {
    await this.watch.look(stopping);
  }
}
