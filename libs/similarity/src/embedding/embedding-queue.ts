import { Injectable } from '@nestjs/common';
import { everyCommunity } from '@app/community';
import { JobQueue, Reader, Transactor } from '@app/database';
import { Environment } from '@app/environment';

/** Names the job that has a pretrained model read what has changed in a community. */
export const EMBED_TEXTS_TASK = 'embed_texts';

/** Asks for texts to be embedded, where a model is configured. */
@Injectable()
export class EmbeddingQueue {
  constructor(
    private readonly environment: Environment,
    private readonly reader: Reader,
    private readonly transactor: Transactor,
    private readonly jobs: JobQueue,
  ) {}

  /** Asked twice, it is done once. */
  async ask(communityId: string): Promise<void> {
    if (!this.environment.embedder) return;
    await this.transactor.run(communityId, (tx) =>
      this.jobs.add(tx, {
        task: EMBED_TEXTS_TASK,
        payload: { communityId },
        key: `${EMBED_TEXTS_TASK}:${communityId}`,
      }),
    );
  }

  /** Asks for every community: the model may be a new one. */
  async askForAll(): Promise<void> {
    if (!this.environment.embedder) return;
    for await (const id of everyCommunity(this.reader)) await this.ask(id);
  }
}
