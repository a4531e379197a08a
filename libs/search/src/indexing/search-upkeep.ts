import { Injectable } from '@nestjs/common';
import { everyCommunity } from '@app/community';
import { JobQueue, Reader, Transactor, type Tx } from '@app/database';
import { hasIndexWork } from './has-index-work';
import { SearchPasses } from './search-passes';

/** Names the job that indexes what has changed in a community. Triggers add it too. */
export const INDEX_SEARCH_TASK = 'index_search';
/** What {@link INDEX_SEARCH_TASK} is told. */
export interface IndexSearch {
  readonly communityId: string;
}

/** Sees to it that everything is indexed in the end, whatever has happened. */
@Injectable()
export class SearchUpkeep {
  constructor(
    private readonly reader: Reader,
    private readonly transactor: Transactor,
    private readonly jobs: JobQueue,
    private readonly passes: SearchPasses,
  ) {}

  /** Asks for a comparison of all that is indexed with all there is, of every community; what differs is written. */
  async sweep(): Promise<void> {
    await this.ofEach(async (tx, communityId) => {
      await this.passes.begin(tx, communityId, 'SWEEP');
      await this.askFor(tx, communityId);
    });
  }

  /** Asks for what lies undone in any community: a worker that was killed leaves it, an upgrade may bring it. */
  async resume(): Promise<void> {
    await this.ofEach(async (tx, communityId) => {
      if (await hasIndexWork(tx, communityId)) await this.askFor(tx, communityId);
    });
  }

  /** Asks that a community is indexed, later where a moment is given; asked twice, it is done once. */
  async ask(communityId: string, runAt?: Date): Promise<void> {
    await this.transactor.run(communityId, (tx) => this.askFor(tx, communityId, runAt));
  }

  private async askFor(tx: Tx, communityId: string, runAt?: Date): Promise<void> {
    const payload: IndexSearch = { communityId };
    await this.jobs.add(tx, {
      task: INDEX_SEARCH_TASK,
      payload: { ...payload },
      key: `${INDEX_SEARCH_TASK}:${communityId}`,
      ...(runAt ? { runAt } : {}),
    });
  }

  private async ofEach(work: (tx: Tx, communityId: string) => Promise<void>): Promise<void> {
    for await (const id of everyCommunity(this.reader)) await this.transactor.run(id, (tx) => work(tx, id));
  }
}
