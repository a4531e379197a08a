import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AnswersReader,
  MemberLoader,
  TopicsReader,
  type AnswerRow,
  type Comment,
  type Member,
  type TopicRow,
} from '@app/community';
import { AnswerType } from '../answers/answer.type';
import type { RequestContext } from '../common/request-context';
import { MemberType } from '../members/member.type';
import { TopicType } from '../topics/topic.type';
import { CommentType } from './comment.type';

/** What a comment leads to. */
@Resolver(() => CommentType)
export class CommentResolver {
  constructor(
    private readonly members: MemberLoader,
    private readonly topics: TopicsReader,
    private readonly answers: AnswersReader,
  ) {}

  @ResolveField(() => MemberType, { description: 'Who wrote it.' })
  author(@Parent() comment: Comment, @Context() context: RequestContext): Promise<Member | null> {
    return this.members.load(context.viewerOf(comment.communityId), comment.authorId);
  }

  @ResolveField(() => TopicType, { description: 'The topic that it is on, or whose answer it is on.' })
  topic(@Parent() comment: Comment, @Context() context: RequestContext): Promise<TopicRow | null> {
    return this.topics.load(context.viewerOf(comment.communityId), comment.topicId);
  }

  @ResolveField(() => AnswerType, {
    nullable: true,
    description: 'The answer that it is on; null on the topic itself.',
  })
  answer(@Parent() comment: Comment, @Context() context: RequestContext): Promise<AnswerRow | null> | null {
    return comment.answerId ? this.answers.load(context.viewerOf(comment.communityId), comment.answerId) : null;
  }

  @ResolveField(() => TopicType, {
    nullable: true,
    description: 'The topic of its own that staff made of it; it is REMOVED here.',
  })
  forkedInto(@Parent() comment: Comment, @Context() context: RequestContext): Promise<TopicRow | null> | null {
    return comment.forkedIntoId ? this.topics.load(context.viewerOf(comment.communityId), comment.forkedIntoId) : null;
  }
}
