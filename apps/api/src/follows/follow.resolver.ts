import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { FollowablesReader, followedBy, type Follow, type FollowableRow } from '@app/community';
import type { RequestContext } from '../common/request-context';
import { FollowType } from './follow.type';
import { FollowableType } from './followable.type';

/** What a follow is of. */
@Resolver(() => FollowType)
export class FollowResolver {
  constructor(private readonly followables: FollowablesReader) {}

  @ResolveField(() => FollowableType, {
    nullable: true,
    description: 'What is followed; null where the viewer no longer sees it.',
  })
  thing(@Parent() follow: Follow, @Context() context: RequestContext): Promise<FollowableRow | null> {
    return this.followables.load(context.viewerOf(follow.communityId), followedBy(follow));
  }
}
