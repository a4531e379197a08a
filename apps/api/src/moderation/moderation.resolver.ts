import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { FlaggingService, ModerationReader, ModerationService, type ModerationItem, type Viewer } from '@app/community';
import { pageRequest, type Connection } from '@app/kernel';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { ModerationItemConnection, ModerationItemType } from './moderation-item.type';
import { ModerationQueueArgs } from './moderation.args';
import { ApprovePostInput, FlagInput, RemovePostInput } from './moderation.input';

/** Takes flags from members, and decisions from staff. */
@Resolver()
export class ModerationResolver {
  constructor(
    private readonly flagging: FlaggingService,
    private readonly moderation: ModerationService,
    private readonly items: ModerationReader,
  ) {}

  @Query(() => ModerationItemConnection, { description: 'The posts that wait for a decision, longest waiting first.' })
  @Allow('curate')
  moderationQueue(
    @Args() args: ModerationQueueArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Connection<ModerationItem>> {
    return this.items.open(viewer, pageRequest(args));
  }

  @Mutation(() => Boolean, {
    description: 'Says that a post should not stand. Staff will look at it; enough trusted flags hide it until then.',
  })
  @Allow('participate')
  async flag(@Args('input') input: FlagInput, @CurrentViewer() viewer: Viewer): Promise<boolean> {
    await this.flagging.flag(viewer, FlagInput.toFlag(input));
    return true;
  }

  @Mutation(() => ModerationItemType, { description: 'Lets a held or hidden post be seen, and settles its flags.' })
  @Allow('curate')
  async approvePost(
    @Args('input') { itemId }: ApprovePostInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ModerationItem | null> {
    await this.moderation.decide(viewer, { itemId, decision: 'APPROVED' });
    return this.items.load(viewer, itemId);
  }

  @Mutation(() => ModerationItemType, { description: 'Removes a post, and settles its flags. Staff can restore it.' })
  @Allow('curate')
  async removePost(
    @Args('input') { itemId, reason }: RemovePostInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ModerationItem | null> {
    await this.moderation.decide(viewer, { itemId, decision: 'REMOVED', reason });
    return this.items.load(viewer, itemId);
  }
}
