import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '@app/database';
import sql from 'sql-template-tag';
import type { GateFigures } from '../gate/gate-figures';
import type { Verdict } from '../gate/gate-verdict';

/** A learner that has not been seen for so long is gone. */
const LOST = '5 minutes';
/** Versions that are told of; older ones are removed. */
const KEPT = 10;

/** A version that was begun. */
export interface BegunModel {
  readonly version: number;
  /** The version in use. */
  readonly serving: number | null;
}

/** What was learned, and what it is worth. */
export interface LearnedModel {
  readonly model: Buffer;
  readonly words: number;
  readonly figures: GateFigures | null;
  /** The log-odds at which half of the right first suggestions stand. */
  readonly halfRight: number;
  readonly verdict: Verdict;
}

/** Writes the versions of what a community taught: one is learned at a time, one serves. */
@Injectable()
export class ModelsWriter {
  constructor(private readonly transactor: Transactor) {}

  /** Begins the next version; null while another process learns one. */
  begin(communityId: string, threads: number): Promise<BegunModel | null> {
    return this.transactor.run(communityId, async (tx) => {
      await tx.rows(
        sql`DELETE FROM similarity_models WHERE community_id = ${communityId} AND state = 'LEARNING'
          AND seen_at < now() - ${LOST}::interval`,
      );
      return tx.row<BegunModel>(
        sql`INSERT INTO similarity_models (community_id, version, state, started_at, seen_at, learned_through, threads)
          SELECT ${communityId}, (SELECT coalesce(max(version), 0) + 1 FROM similarity_models
              WHERE community_id = ${communityId}), 'LEARNING', now(), now(), (SELECT coalesce(max(revision), 0)
              FROM search_documents WHERE community_id = ${communityId}), ${threads}::integer
          ON CONFLICT DO NOTHING
          RETURNING version, (SELECT s.version FROM similarity_models s
            WHERE s.community_id = ${communityId} AND s.state = 'SERVING') AS serving`,
      );
    });
  }

  /** Tells that a version is still being learned, and how far that is. */
  async seen(communityId: string, version: number, progress: number): Promise<void> {
    await this.transactor.run(communityId, (tx) =>
      tx.rows(
        sql`UPDATE similarity_models SET seen_at = now(), progress = ${progress}
          WHERE community_id = ${communityId} AND version = ${version} AND state = 'LEARNING'`,
      ),
    );
  }

  /** Gives a version up that was begun. */
  async drop(communityId: string, version: number): Promise<void> {
    await this.transactor.run(communityId, (tx) =>
      tx.rows(
        sql`DELETE FROM similarity_models
          WHERE community_id = ${communityId} AND version = ${version} AND state = 'LEARNING'`,
      ),
    );
  }

  /**
   * Lets a version serve, or refuses it; nothing where another process took its learner for lost. Of what serves no
   * longer, only the latest keeps its bytes.
   */
  async finish(communityId: string, version: number, learned: LearnedModel): Promise<void> {
    const { accepted, reason } = learned.verdict;
    await this.transactor.run(communityId, async (tx) => {
      const begun = await tx.row(
        sql`SELECT version FROM similarity_models
          WHERE community_id = ${communityId} AND version = ${version} AND state = 'LEARNING' FOR UPDATE`,
      );
      if (!begun) return;
      if (accepted) await this.retire(tx, communityId);
      await tx.rows(
        sql`UPDATE similarity_models SET state = ${accepted ? 'SERVING' : 'REFUSED'}, progress = 1, learned_at = now(),
            seen_at = now(), model = ${accepted ? learned.model : null}, words = ${learned.words},
            half_right = ${learned.halfRight},
            figures = ${learned.figures && JSON.stringify(learned.figures)}::jsonb, reason = ${reason}
          WHERE community_id = ${communityId} AND version = ${version} AND state = 'LEARNING'`,
      );
      await tx.rows(
        sql`DELETE FROM similarity_models
          WHERE community_id = ${communityId} AND version <= ${version - KEPT} AND state <> 'SERVING'`,
      );
    });
  }

  private async retire(tx: Tx, communityId: string): Promise<void> {
    await tx.rows(
      sql`UPDATE similarity_models SET model = NULL
        WHERE community_id = ${communityId} AND state = 'RETIRED' AND model IS NOT NULL`,
    );
    await tx.rows(
      sql`UPDATE similarity_models SET state = 'RETIRED' WHERE community_id = ${communityId} AND state = 'SERVING'`,
    );
  }
}
