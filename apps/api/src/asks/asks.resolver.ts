import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { MemberViewer } from '@app/community';
import { pageRequest, type Connection } from '@app/kernel';
import { AskDecidingService, OwnAsksReader, type OwnAsk } from '@app/superfans';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { AcceptAskInput, PassAskInput, SnoozeAskInput } from './ask.input';
import { MyAsksArgs } from './asks.args';
import { TopicAskConnection, TopicAskType } from './topic-ask.type';

/** The in-tray of people who are asked whether they can answer, and what they say to it. */
@Resolver()
export class AsksResolver {
  constructor(
    private readonly asks: OwnAsksReader,
    private readonly deciding: AskDecidingService,
  ) {}

  @Query(() => TopicAskConnection, {
    description: "The viewer's own in-tray: topics that they are asked to answer, the newest first.",
  })
  @Allow('participate')
  myAsks(@Args() args: MyAsksArgs, @CurrentViewer() viewer: MemberViewer): Promise<Connection<OwnAsk>> {
    return this.asks.list(viewer, args.states, pageRequest(args));
  }

  @Mutation(() => TopicAskType, {
    description: 'The viewer will answer. A second time changes nothing; ALREADY_DECIDED where it no longer waits.',
  })
  @Allow('participate')
  async acceptAsk(
    @Args('input') { askId }: AcceptAskInput,
    @CurrentViewer() viewer: MemberViewer,
  ): Promise<OwnAsk | null> {
    await this.deciding.accept(viewer, askId);
    return this.asks.load(viewer, askId);
  }

  @Mutation(() => TopicAskType, {
    description:
      'The viewer will not answer, for good: somebody else may be asked. ALREADY_DECIDED where it no longer waits.',
  })
  @Allow('participate')
  async passAsk(
    @Args('input') { askId, reason }: PassAskInput,
    @CurrentViewer() viewer: MemberViewer,
  ): Promise<OwnAsk | null> {
    await this.deciding.pass(viewer, askId, reason);
    return this.asks.load(viewer, askId);
  }

  @Mutation(() => TopicAskType, {
    description: 'Puts an ask off for up to seven days. ALREADY_DECIDED where it no longer waits.',
  })
  @Allow('participate')
  async snoozeAsk(
    @Args('input') { askId, until }: SnoozeAskInput,
    @CurrentViewer() viewer: MemberViewer,
  ): Promise<OwnAsk | null> {
    await this.deciding.snooze(viewer, askId, until);
    return this.asks.load(viewer, askId);
  }
}
