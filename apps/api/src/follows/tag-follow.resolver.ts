import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { FollowLoader, type TagRow } from '@app/community';
import type { RequestContext } from '../common/request-context';
import { TagType } from '../tags/tag.type';

/** Whether the viewer follows a tag. */
@Resolver(() => TagType)
export class TagFollowResolver {
  constructor(private readonly follows: FollowLoader) {}

  @ResolveField(() => Boolean, { description: 'Whether the viewer follows it.' })
  async viewerFollows(@Parent() { communityId, id }: TagRow, @Context() context: RequestContext): Promise<boolean> {
    return (await this.follows.load(context.viewerOf(communityId), { thing: 'Tag', id })) ?? false;
  }
}
