import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { POSTING_FOLLOWERS, type PostingFollower } from '@app/community';
import type { Tx } from '@app/database';
import sql from 'sql-template-tag';
import { MAY_BE_ROUTED } from './waiting-topics';

/** Names the job that finds people for a topic that was asked; its payload is a {@link RouteTopic}. */
export const ROUTE_TOPIC_TASK = 'route_topic';
/** Names the job that thinks again about all topics of a community that wait; its payload is a {@link RoutingRound}. */
export const ROUTING_ROUND_TASK = 'hold_routing_round';

/** Which topic was asked. */
export interface RouteTopic {
  readonly communityId: string;
  readonly topicId: string;
}

/** Where a round is held. */
export interface RoutingRound {
  readonly communityId: string;
}

/** Replies within the same stretch of so many milliseconds lead to one round, at its end. */
const STRETCH = 5_000;

/** Has topics routed that are asked, and those that wait thought about again when somebody shows that they are here. */
@Injectable()
export class RoutingJobs implements PostingFollower, OnModuleInit {
  constructor(@Inject(POSTING_FOLLOWERS) private readonly followers: PostingFollower[]) {}

  onModuleInit(): void {
    this.followers.push(this);
  }

  async opened(tx: Tx, communityId: string, topicId: string): Promise<void> {
    const payload: RouteTopic = { communityId, topicId };
    await tx.rows(sql`
      SELECT enqueue_job(${ROUTE_TOPIC_TASK}, ${JSON.stringify(payload)}, ${`${ROUTE_TOPIC_TASK}:${topicId}`}, NULL)
      FROM topics t WHERE t.community_id = ${communityId} AND t.id = ${topicId} AND ${MAY_BE_ROUTED}`);
  }

  async replied(tx: Tx, communityId: string): Promise<void> {
    const soon = new Date(Math.ceil(Date.now() / STRETCH) * STRETCH);
    await this.round(tx, communityId, { key: 'reply', at: soon });
  }

  /** A round at a moment; of one key the later one holds. Where nothing waits there is none. */
  async round(tx: Tx, communityId: string, { key, at }: { readonly key: string; readonly at: Date }): Promise<void> {
    const payload: RoutingRound = { communityId };
    await tx.rows(sql`
      SELECT enqueue_job(${ROUTING_ROUND_TASK}, ${JSON.stringify(payload)},
        ${`${ROUTING_ROUND_TASK}:${key}:${communityId}`}, ${at})
      WHERE EXISTS (SELECT FROM topic_routes WHERE community_id = ${communityId} AND ended_at IS NULL)`);
  }
}
