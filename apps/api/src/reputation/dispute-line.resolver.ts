import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DisputedEntryLoader, type ReputationDispute, type ReputationEntry } from '@app/reputation';
import type { RequestContext } from '../common/request-context';
import { AnomalyConfirmationType } from './anomaly.type';
import { DisputeType } from './dispute.type';

/** What is contested. */
@Resolver(() => DisputeType)
export class DisputeLineResolver {
  constructor(private readonly entries: DisputedEntryLoader) {}

  @ResolveField(() => AnomalyConfirmationType, { nullable: true, description: 'What is contested; leads see it here.' })
  confirmation(
    @Parent() { communityId, entryId }: ReputationDispute,
    @Context() context: RequestContext,
  ): Promise<ReputationEntry | null> {
    return this.entries.load(context.viewerOf(communityId), entryId);
  }
}
