import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { FollowablesReader, FollowingService, type FollowableRow, type Viewer } from '@app/community';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { FollowInput } from './follow.input';
import { FollowableType } from './followable.type';

/** Lets members choose what they want to hear of. */
@Resolver()
export class FollowingResolver {
  constructor(
    private readonly following: FollowingService,
    private readonly followables: FollowablesReader,
  ) {}

  @Mutation(() => FollowableType, {
    description: 'The viewer follows it; a synonym stands for its tag. A second time changes nothing.',
  })
  @Allow('participate')
  async follow(@Args('input') { id }: FollowInput, @CurrentViewer() viewer: Viewer): Promise<FollowableRow | null> {
    return this.followables.load(viewer, await this.following.follow(viewer, id));
  }

  @Mutation(() => FollowableType, {
    nullable: true,
    description: 'The viewer no longer follows it; null where they may no longer see what they followed.',
  })
  @Allow('participate')
  async unfollow(@Args('input') { id }: FollowInput, @CurrentViewer() viewer: Viewer): Promise<FollowableRow | null> {
    return this.followables.load(viewer, await this.following.unfollow(viewer, id));
  }
}
