import { Injectable } from '@nestjs/common';
import { AssignmentPolicy } from '../../routing/assignment-policy';
import { Router } from '../../routing/router';
import { RoutingMemory } from '../../routing/routing-memory';
import { FIXED_MODEL } from '../../routing/routing-model';
import { RoutingMinds, type RoutingMind } from './routing-mind';

/** Opens minds that go by the router. */
@Injectable()
export class RouterMinds extends RoutingMinds {
  async open(): Promise<RoutingMind> {
    const record = new RoutingMemory();
    const ranker = new Router(record, FIXED_MODEL);
    return { record, ranker, assignment: new AssignmentPolicy(ranker) };
  }
}
