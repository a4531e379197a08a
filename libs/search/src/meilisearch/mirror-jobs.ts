import { Injectable } from '@nestjs/common';
import { JobQueue, Transactor, type Tx } from '@app/database';
import type { IndexFollower } from '../indexing/index-follower';
import { MeiliConnection } from './meili-connection';

/** Brings one community's copy up to date. */
export const MIRROR_SEARCH_TASK = 'mirror_search';
/** Looks which communities' copies are not up to date. */
export const FOLLOW_MIRRORS_TASK = 'follow_mirrors';
/** Compares one community's copy with the database. */
export const SWEEP_MIRROR_TASK = 'sweep_mirror';
/** Builds all copies anew, beside those that are searched. */
export const REBUILD_MIRRORS_TASK = 'rebuild_mirrors';

/** Says which community a job is about, and behind which revision it goes on. */
export interface MirrorJob {
  readonly communityId: string;
  readonly from?: number;
}

/** Where Meilisearch does not answer, it is tried again at the next of these moments: once, however many failed. */
const RETRY_MS = 10_000;
const BUSY_MS = 1_000;

/** Adds the jobs of mirroring; none where there is no Meilisearch. */
@Injectable()
export class MirrorJobs implements IndexFollower {
  constructor(
    private readonly connection: MeiliConnection,
    private readonly transactor: Transactor,
    private readonly queue: JobQueue,
  ) {}

  /** Whether there is anything to do. */
  get wanted(): boolean {
    return this.connection.configured;
  }

  async indexed(tx: Tx, communityId: string): Promise<void> {
    if (this.wanted) await this.add(tx, { task: MIRROR_SEARCH_TASK, communityId });
  }

  async mirror(communityId: string): Promise<void> {
    await this.transactor.run(communityId, (tx) => this.add(tx, { task: MIRROR_SEARCH_TASK, communityId }));
  }

  /** While another process is at it: what it has read may be older than what this one was to write. */
  async mirrorSoon(communityId: string): Promise<void> {
    const soon = new Date(Date.now() + BUSY_MS);
    await this.transactor.run(communityId, (tx) =>
      this.add(tx, { task: MIRROR_SEARCH_TASK, communityId, runAt: soon }),
    );
  }

  /** @param from the revision behind which to compare */
  async sweep(communityId: string, from = 0): Promise<void> {
    await this.transactor.run(communityId, (tx) => this.add(tx, { task: SWEEP_MIRROR_TASK, communityId, from }));
  }

  async rebuild(): Promise<void> {
    await this.transactor.runGlobal((tx) =>
      this.queue.add(tx, { task: REBUILD_MIRRORS_TASK, payload: {}, key: REBUILD_MIRRORS_TASK }),
    );
  }

  /** At a round moment, so that all who fail until then ask for the same one and nobody puts it off. */
  async followLater(): Promise<void> {
    const moment = (Math.floor(Date.now() / RETRY_MS) + 1) * RETRY_MS;
    await this.transactor.runGlobal((tx) =>
      this.queue.add(tx, {
        task: FOLLOW_MIRRORS_TASK,
        payload: {},
        key: `${FOLLOW_MIRRORS_TASK}:${moment}`,
        runAt: new Date(moment),
      }),
    );
  }

  private async add(tx: Tx, { task, communityId, from, runAt }: Addition): Promise<void> {
    const payload = { communityId, ...(from ? { from } : {}) };
    await this.queue.add(tx, { task, payload, key: `${task}:${communityId}`, ...(runAt ? { runAt } : {}) });
  }
}

interface Addition extends MirrorJob {
  readonly task: string;
  readonly runAt?: Date;
}
