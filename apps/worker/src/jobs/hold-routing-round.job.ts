import { Injectable } from '@nestjs/common';
import { ROUTING_ROUND_TASK, RoutingRounds, type RoutingRound } from '@app/superfans';
import type { Job } from '../job';

/** Thinks again about the topics of a community that wait: somebody has replied, or time has passed. */
@Injectable()
export class HoldRoutingRoundJob implements Job<RoutingRound> {
  readonly task = ROUTING_ROUND_TASK;

  constructor(private readonly rounds: RoutingRounds) {}

  async run({ communityId }: RoutingRound): Promise<void> {
    await this.rounds.hold(communityId);
  }
}
