import { Injectable } from '@nestjs/common';
import { JobQueue, Reader, Transactor } from '@app/database';
import sql from 'sql-template-tag';

/** Names the job that finds the superfans of one community. */
export const FIND_SUPERFANS_TASK = 'find_superfans';

/** What that job is told. */
export interface SuperfansJob {
  readonly communityId: string;
}

/** Communities that are looked after at a time. */
const PAGE = 500;
/** Found so lately, nothing is looked for at night; and where a night was missed, this late by day. */
const FRESH = '20 hours';
const MISSED = '30 hours';
/** The hours of the night, UTC. */
const NIGHT = [3, 4];

/** Asks for finding superfans: every night, where a night was missed, and soon after a community has come along. */
@Injectable()
export class SuperfansQueue {
  constructor(
    private readonly reader: Reader,
    private readonly transactor: Transactor,
    private readonly jobs: JobQueue,
  ) {}

  /** Asks for every community in which anybody else than the asker ever answered, where it is time. */
  async askAll(): Promise<void> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const communities = await this.reader.globalRows<{ id: string }>(
        sql`SELECT id FROM communities WHERE id > ${after} ORDER BY id LIMIT ${PAGE}`,
      );
      for (const { id } of communities) await this.askWhereDue(id);
      if (communities.length < PAGE) return;
      after = communities.at(-1)?.id ?? after;
    }
  }

  /** Asks for one community; asked twice, it is done once. */
  async ask(communityId: string): Promise<void> {
    const payload: SuperfansJob = { communityId };
    await this.transactor.run(communityId, (tx) =>
      this.jobs.add(tx, {
        task: FIND_SUPERFANS_TASK,
        payload: { ...payload },
        key: `${FIND_SUPERFANS_TASK}:${communityId}`,
      }),
    );
  }

  private async askWhereDue(communityId: string): Promise<void> {
    const due = await this.reader.row(
      communityId,
      sql`SELECT 1 AS due WHERE EXISTS (SELECT FROM answers WHERE community_id = ${communityId} AND NOT follow_up)
        AND NOT EXISTS (SELECT FROM superfan_candidates WHERE community_id = ${communityId} AND found_at > now() -
          CASE WHEN extract(hour FROM now() AT TIME ZONE 'UTC') = ANY (${NIGHT}::int[])
            THEN ${FRESH}::interval ELSE ${MISSED}::interval END)`,
    );
    if (due) await this.ask(communityId);
  }
}
