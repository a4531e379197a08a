import { Injectable } from '@nestjs/common';
import { AssignmentPolicy } from '../../routing/assignment-policy';
import { LearnedRoutingReader } from '../../routing/models/learned-routing.reader';
import { Router } from '../../routing/router';
import { RoutingMemory } from '../../routing/routing-memory';
import { RoutingMinds, type RoutingMind } from './routing-mind';

/** Opens minds that go by the router, and by what the community has taught. */
@Injectable()
export class RouterMinds extends RoutingMinds {
  constructor(private readonly models: LearnedRoutingReader) {
    super();
  }

  async open(communityId: string): Promise<RoutingMind> {
    const record = new RoutingMemory();
    const ranker = new Router(record, await this.models.of(communityId));
    return { record, ranker, assignment: new AssignmentPolicy(ranker) };
  }
}
