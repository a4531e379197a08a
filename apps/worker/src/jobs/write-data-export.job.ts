import { Injectable } from '@nestjs/common';
import { DataExportWriter, WRITE_DATA_EXPORT_TASK, type DataExportRef } from '@app/interchange';
import type { Job } from '../job';

/** Writes the file of an export of somebody's own data. */
@Injectable()
export class WriteDataExportJob implements Job<DataExportRef> {
  readonly task = WRITE_DATA_EXPORT_TASK;

  constructor(private readonly writer: DataExportWriter) {}

  async run(ref: DataExportRef): Promise<void> {
    await this.writer.write(ref);
  }
}
