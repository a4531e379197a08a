import { Injectable } from '@nestjs/common';
import { Reader, Transactor } from '@app/database';
import sql from 'sql-template-tag';

/** A copy that lags so many seconds is no longer asked. */
const PATIENCE_SECONDS = 30;

/** Whether the copy of a community keeps up. */
@Injectable()
export class MirrorStanding {
  constructor(
    private readonly reader: Reader,
    private readonly transactor: Transactor,
  ) {}

  /** Whether it has not been brought up to date for so long that what it finds is too old. */
  async isBehind(communityId: string): Promise<boolean> {
    const row = await this.reader.row(
      communityId,
      sql`SELECT 1 FROM search_mirrors WHERE community_id = ${communityId}
        AND behind_since < now() - make_interval(secs => ${PATIENCE_SECONDS})`,
    );
    return row !== null;
  }

  /** It could not be brought up to date. */
  async fellBehind(communityId: string): Promise<void> {
    await this.transactor.run(communityId, (tx) =>
      tx.rows(sql`INSERT INTO search_mirrors AS known (community_id, behind_since) VALUES (${communityId}, now())
        ON CONFLICT (community_id) DO UPDATE SET behind_since = coalesce(known.behind_since, excluded.behind_since)`),
    );
  }

  /** It is up to date. @returns whether it had not been */
  async caughtUp(communityId: string): Promise<boolean> {
    const rows = await this.transactor.run(communityId, (tx) =>
      tx.rows(sql`UPDATE search_mirrors SET behind_since = NULL
        WHERE community_id = ${communityId} AND behind_since IS NOT NULL RETURNING community_id`),
    );
    return rows.length > 0;
  }
}
