import { Injectable } from '@nestjs/common';
import { TopicViewsService, WRITE_VIEWS_TASK, type ViewBatch } from '@app/community';
import type { Job } from '../job';

/** Writes a batch of gathered topic views. */
@Injectable()
export class WriteTopicViewsJob implements Job<ViewBatch> {
  readonly task = WRITE_VIEWS_TASK;

  constructor(private readonly views: TopicViewsService) {}

  async run(batch: ViewBatch): Promise<void> {
    await this.views.write(batch);
  }
}
