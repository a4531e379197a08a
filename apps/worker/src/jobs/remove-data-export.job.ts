import { Injectable } from '@nestjs/common';
import { DataExportFiles, REMOVE_DATA_EXPORT_TASK, type DataExportRef } from '@app/interchange';
import type { Job } from '../job';

/** Takes an export away when its time is over. */
@Injectable()
export class RemoveDataExportJob implements Job<DataExportRef> {
  readonly task = REMOVE_DATA_EXPORT_TASK;

  constructor(private readonly files: DataExportFiles) {}

  async run(ref: DataExportRef): Promise<void> {
    await this.files.remove(ref);
  }
}
