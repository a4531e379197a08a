import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AnswersReader,
  CommentsReader,
  FlagsLoader,
  MemberLoader,
  TopicsReader,
  type AnswerRow,
  type Comment,
  type Flag,
  type Member,
  type ModerationItem,
  type TopicRow,
} from '@app/community';
import type { RequestContext } from '../common/request-context';
import { MemberType } from '../members/member.type';
import { FlagType, ModerationItemType } from './moderation-item.type';
import { PostUnion } from './post.union';

/** What an item of the moderation queue leads to. */
@Resolver(() => ModerationItemType)
export class ModerationItemResolver {
  constructor(
    private readonly topics: TopicsReader,
    private readonly answers: AnswersReader,
    private readonly comments: CommentsReader,
    private readonly flagsOf: FlagsLoader,
    private readonly members: MemberLoader,
  ) {}

  @ResolveField(() => PostUnion, { nullable: true, description: 'The post itself.' })
  post(
    @Parent() item: ModerationItem,
    @Context() context: RequestContext,
  ): Promise<TopicRow | AnswerRow | Comment | null> {
    const viewer = context.viewerOf(item.communityId);
    if (item.answerId) return this.answers.load(viewer, item.answerId);
    return item.commentId ? this.comments.load(viewer, item.commentId) : this.topics.load(viewer, item.topicId ?? '');
  }

  @ResolveField(() => [FlagType], { description: 'What members say against it, oldest first.' })
  async flags(@Parent() item: ModerationItem, @Context() context: RequestContext): Promise<Flag[]> {
    const postId = item.topicId ?? item.answerId ?? item.commentId ?? '';
    return (await this.flagsOf.load(context.viewerOf(item.communityId), postId)) ?? [];
  }

  @ResolveField(() => MemberType, { nullable: true, description: 'Who decided.' })
  decidedBy(@Parent() item: ModerationItem, @Context() context: RequestContext): Promise<Member | null> | null {
    return item.decidedById ? this.members.load(context.viewerOf(item.communityId), item.decidedById) : null;
  }
}
