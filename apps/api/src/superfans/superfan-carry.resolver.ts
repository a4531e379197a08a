import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@app/community';
import { pageRequest, type Connection } from '@app/kernel';
import {
  CarryService,
  HelpValueService,
  type Carrier,
  type Carry,
  type HelpValue,
  type SolvedTopic,
} from '@app/superfans';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { PageArgs } from '../common/page.args';
import type { RequestContext } from '../common/request-context';
import { WindowArgs } from '../common/window.args';
import { SolvedTopicsArgs } from './solved-topics.args';
import { CarrierConnection, SolvedTopicConnection, SuperfanCarryType } from './superfan-carry.type';
import { SuperfanValueArgs } from './superfan-value.args';
import { SuperfanValueType } from './superfan-value.type';

/** Tells leads what superfans carry and what their help is worth, with the rows that say so. */
@Resolver(() => SuperfanCarryType)
export class SuperfanCarryResolver {
  constructor(
    private readonly carrying: CarryService,
    private readonly values: HelpValueService,
  ) {}

  @Query(() => SuperfanCarryType, { description: 'How much of the help rests on how few people; for leads.' })
  @Allow('lead')
  superfanCarry(@Args() args: WindowArgs, @CurrentViewer() viewer: Viewer): Promise<Carry> {
    return this.carrying.carry(viewer, args);
  }

  @Query(() => SuperfanValueType, { description: 'What the help of members was worth, as a range; for leads.' })
  @Allow('lead')
  superfanValue(@Args() args: SuperfanValueArgs, @CurrentViewer() viewer: Viewer): Promise<HelpValue> {
    return this.values.value(viewer, args);
  }

  @ResolveField(() => CarrierConnection, { description: 'The members who solved any, the most first.' })
  carriers(
    @Parent() carry: Carry,
    @Args() page: PageArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<Carrier>> {
    return this.carrying.carriers(context.viewerOf(carry.communityId), carry, pageRequest(page));
  }

  @ResolveField(() => SolvedTopicConnection, {
    description: 'The topics that were solved, or those that one member solved.',
  })
  solvedTopics(
    @Parent() carry: Carry,
    @Args() args: SolvedTopicsArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<SolvedTopic>> {
    return this.carrying.topics(context.viewerOf(carry.communityId), carry, args.memberId ?? null, pageRequest(args));
  }
}
