import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@app/community';
import { pageRequest, type Connection } from '@app/kernel';
import {
  OwnLedgerReader,
  publishedRules,
  type OwnLine,
  type OwnReputation,
  type PublishedRules,
} from '@app/reputation';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { PageArgs } from '../common/page.args';
import { ReputationRulesType } from './reputation-rules.type';
import { ReputationLineConnection, ReputationType } from './reputation.type';

/** Shows people their own ledger, and everybody the rules. */
@Resolver(() => ReputationType)
export class ReputationResolver {
  constructor(private readonly ledger: OwnLedgerReader) {}

  @Query(() => [ReputationRulesType], {
    description:
      'The rules by which confirmations become reputation, every version with what it changed, newest first.',
  })
  @Allow('anyone')
  reputationRules(): PublishedRules[] {
    return publishedRules();
  }

  @Query(() => ReputationType, {
    description: "The viewer's own ledger: every line with its value and why. Also for suspended members.",
  })
  @Allow('reader')
  myReputation(
    @Args('communityId', { type: () => ID, description: 'The id of a Community.' }) _: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OwnReputation> {
    return this.ledger.read(viewer);
  }

  @ResolveField(() => ReputationLineConnection, { description: 'Every line, the newest first.' })
  lines(@Parent() reputation: OwnReputation, @Args() page: PageArgs): Promise<Connection<OwnLine>> {
    return this.ledger.page(reputation, pageRequest(page));
  }
}
