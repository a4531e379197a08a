import { Injectable } from '@nestjs/common';
import { JobQueue, Reader, Transactor } from '@app/database';
import { Environment } from '@app/environment';
import sql from 'sql-template-tag';

/** Names the job that has a pretrained model read what has changed in a community. */
export const EMBED_TEXTS_TASK = 'embed_texts';

/** Communities that are looked after at a time. */
const PAGE = 500;

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
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const communities = await this.reader.globalRows<{ id: string }>(
        sql`SELECT id FROM communities WHERE id > ${after} ORDER BY id LIMIT ${PAGE}`,
      );
      for (const { id } of communities) await this.ask(id);
      if (communities.length < PAGE) return;
      after = communities.at(-1)?.id ?? after;
    }
  }
}
