import { Injectable } from '@nestjs/common';
import { everyCommunity } from '@app/community';
import { JobQueue, Reader, Transactor, type Tx } from '@app/database';

/** Names the job that begins an epoch of trust where words have changed. */
export const RENEW_TRUST_TASK = 'renew_trust';

/** What that job is told. */
export interface TrustJob {
  readonly communityId: string;
}

/**
 * Asks for epochs. What changes the ledger, a role, a seat or a vouch asks by itself, in the database, for one within the
 * next minutes: this is for what shall not wait, and for the nights.
 */
@Injectable()
export class TrustQueue {
  constructor(
    private readonly jobs: JobQueue,
    private readonly transactor: Transactor,
    private readonly reader: Reader,
  ) {}

  /** Asks for an epoch as soon as the transaction is done: for what takes away the words of a ring. */
  async atOnce(tx: Tx, communityId: string): Promise<void> {
    await this.add(tx, communityId);
  }

  /** Asks for every community that has a seed of trust: points fade day by day. */
  async nightly(): Promise<void> {
    for await (const id of everyCommunity(this.reader)) await this.ask(id);
  }

  /** Asks for a community, at a moment where one is given; asked twice, it is done once. */
  async ask(communityId: string, runAt?: Date): Promise<void> {
    await this.transactor.run(communityId, (tx) => this.add(tx, communityId, runAt));
  }

  private async add(tx: Tx, communityId: string, runAt?: Date): Promise<void> {
    const payload: TrustJob = { communityId };
    await this.jobs.add(tx, {
      task: RENEW_TRUST_TASK,
      payload: { ...payload },
      key: `${RENEW_TRUST_TASK}:${communityId}`,
      ...(runAt ? { runAt } : {}),
    });
  }
}
