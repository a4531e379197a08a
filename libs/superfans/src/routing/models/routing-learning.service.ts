import { Injectable } from '@nestjs/common';
import { Transactor } from '@app/database';
import { CommunityHistoryReader, ModelsReader, WordVectors } from '@app/similarity';
import sql from 'sql-template-tag';
import { PastLikeness } from '../evaluation/past-likeness';
import { RoutingHistoryReader } from '../evaluation/routing-history.reader';
import { teach } from '../learning/routing-teacher';
import { FIXED_MODEL } from '../routing-model';

/** Names the job that learns who answers what in a community. */
export const LEARN_ROUTING_TASK = 'learn_routing';

/** What the job is told. */
export interface LearnRouting {
  readonly communityId: string;
}

/** Topics that are looked at: the latest. */
const MOST_TOPICS = 30_000;

/** Learns, community by community, who answers what. */
@Injectable()
export class RoutingLearningService {
  constructor(
    private readonly transactor: Transactor,
    private readonly histories: CommunityHistoryReader,
    private readonly routing: RoutingHistoryReader,
    private readonly models: ModelsReader,
  ) {}

  /** False where the community is too young to teach anything. @throws AbortError where the signal stopped it */
  async learn(communityId: string, signal: AbortSignal): Promise<boolean> {
    const version = await this.models.serving(communityId);
    const bytes = version === null ? null : await this.models.bytes(communityId, version);
    if (!bytes) return false;
    const wish = { locale: null, most: MOST_TOPICS, signal, onProgress: () => undefined };
    const { history } = await this.histories.read(communityId, wish);
    const past = await this.routing.read(communityId, history);
    const like = new PastLikeness(history, WordVectors.fromBuffer(Buffer.from(bytes)));
    const model = await teach(past, like, { until: Date.now(), signal });
    if (model === FIXED_MODEL) return false;
    await this.transactor.run(communityId, (tx) =>
      tx.rows(
        sql`INSERT INTO learned_routing (community_id, model, learned_at) VALUES (${communityId}, ${JSON.stringify(model)}::jsonb, now())
          ON CONFLICT (community_id) DO UPDATE SET model = excluded.model, learned_at = excluded.learned_at`,
      ),
    );
    return true;
  }
}
