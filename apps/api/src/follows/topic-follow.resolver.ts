import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { FollowLoader, type TopicRow } from '@app/community';
import type { RequestContext } from '../common/request-context';
import { TopicType } from '../topics/topic.type';

/** Whether the viewer follows a topic. */
@Resolver(() => TopicType)
export class TopicFollowResolver {
  constructor(private readonly follows: FollowLoader) {}

  @ResolveField(() => Boolean, { description: 'Whether the viewer follows it.' })
  async viewerFollows(@Parent() { communityId, id }: TopicRow, @Context() context: RequestContext): Promise<boolean> {
    return (await this.follows.load(context.viewerOf(communityId), { thing: 'Topic', id })) ?? false;
  }
}
