import { Injectable } from '@nestjs/common';
import { everyCommunity } from '@app/community';
import { JobQueue, Reader, Transactor } from '@app/database';
import sql from 'sql-template-tag';

/** Names the job that makes a community's helpfulness anew. */
export const MAKE_HELPFULNESS_TASK = 'make_helpfulness';

/** What that job is told. */
export interface HelpfulnessJob {
  readonly communityId: string;
}

/** It is made of all that a community ever answered, so not more often than this. */
const AT_MOST_EVERY = '15 minutes';
/** It fades, and grows with answers that nobody confirmed: so often it is made anew where nothing else happened. */
const AT_LEAST_EVERY = '24 hours';

/** Asks for helpfulness where what it was made of has changed. */
@Injectable()
export class HelpfulnessQueue {
  constructor(
    private readonly reader: Reader,
    private readonly transactor: Transactor,
    private readonly jobs: JobQueue,
  ) {}

  /** Asks for every community whose ledger has grown or whose words weigh anew, some minutes after the last time; for all once a day. */
  async follow(): Promise<void> {
    for await (const id of everyCommunity(this.reader)) if (await this.isDue(id)) await this.ask(id);
  }

  /** Asks for one community; asked twice, it is done once. */
  async ask(communityId: string): Promise<void> {
    const payload: HelpfulnessJob = { communityId };
    const key = `${MAKE_HELPFULNESS_TASK}:${communityId}`;
    await this.transactor.run(communityId, (tx) =>
      this.jobs.add(tx, { task: MAKE_HELPFULNESS_TASK, payload: { ...payload }, key }),
    );
  }

  private async isDue(communityId: string): Promise<boolean> {
    const upToDate = await this.reader.row(
      communityId,
      sql`SELECT 1 FROM helpfulness_states s WHERE s.community_id = ${communityId}
          AND (s.as_of > now() - ${AT_MOST_EVERY}::interval OR (s.as_of > now() - ${AT_LEAST_EVERY}::interval
            AND s.epoch = (SELECT coalesce(max(e.number), 0) FROM trust_epochs e WHERE e.community_id = ${communityId})
            AND s.entry_id IS NOT DISTINCT FROM (SELECT r.id FROM reputation_entries r
              WHERE r.community_id = ${communityId} ORDER BY r.id DESC LIMIT 1)))`,
    );
    return upToDate === null;
  }
}
