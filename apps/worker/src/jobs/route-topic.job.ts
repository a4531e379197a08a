import { Injectable } from '@nestjs/common';
import { ROUTE_TOPIC_TASK, RoutingRounds, type RouteTopic } from '@app/superfans';
import type { Job } from '../job';

/** Finds people who may answer a topic that was asked just now. */
@Injectable()
export class RouteTopicJob implements Job<RouteTopic> {
  readonly task = ROUTE_TOPIC_TASK;

  constructor(private readonly rounds: RoutingRounds) {}

  async run(topic: RouteTopic): Promise<void> {
    await this.rounds.route(topic);
  }
}
