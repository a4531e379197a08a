import { Injectable } from '@nestjs/common';
import { effectiveSettings, type Viewer } from '@app/community';
import { Transactor, type Tx } from '@app/database';
import { ActionThrottles, type ActionBudget, type Client } from '@app/identity';
import sql from 'sql-template-tag';
import { AskAttemptsReader, type OwnAttempt } from './ask-attempts.reader';
import { AttemptKeys } from './attempt-keys';

/** Attempts that one person may start; asking itself needs none. */
const STARTING: ActionBudget = {
  action: 'starting to ask',
  tries: 60,
  minutes: 10,
  advice: 'You can ask without seeing suggestions first.',
};

/** Lets people begin to ask, logged in or not. */
@Injectable()
export class AttemptStartingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly throttles: ActionThrottles,
    private readonly keys: AttemptKeys,
    private readonly attempts: AskAttemptsReader,
  ) {}

  /** The attempt that this call, or the first one with its key, has started. NOT_FOUND where that one is over. */
  async start(viewer: Viewer, idempotencyKey: string, client: Client): Promise<OwnAttempt> {
    const { communityId, memberId } = viewer;
    const id = this.keys.idOf(communityId, memberId, idempotencyKey);
    await this.transactor.run(communityId, (tx) => this.make(tx, viewer, id, client));
    return this.attempts.get(viewer, { attemptId: id, token: this.keys.tokenOf({ communityId, id }) });
  }

  private async make(tx: Tx, { communityId, memberId, community }: Viewer, id: string, { ip }: Client): Promise<void> {
    const { holdOutPercent, surveyPercent } = effectiveSettings(community.settings);
    const name = { communityId, id };
    const fresh = await tx.row(sql`
      WITH fresh AS (
        INSERT INTO ask_attempts (community_id, id, member_id, held_out, surveyed)
        VALUES (${communityId}, ${id}, ${memberId}, ${this.keys.isHeldOut(name, holdOutPercent)},
          ${this.keys.isSurveyed(name, surveyPercent)})
        ON CONFLICT DO NOTHING RETURNING id),
      told AS (
        INSERT INTO ask_attempt_events (community_id, attempt_id, type, subject_id)
        SELECT ${communityId}, id, 'STARTED', id FROM fresh)
      SELECT id FROM fresh`);
    if (!fresh) return;
    if (memberId) await this.throttles.admitMember(tx, memberId, STARTING);
    else await this.throttles.admitPlace(tx, ip, STARTING);
  }
}
