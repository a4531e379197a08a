import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MemberLoader, TopicsReader, type AnswerRow, type Member, type TopicRow } from '@app/community';
import type { RequestContext } from '../common/request-context';
import { MemberType } from '../members/member.type';
import { TopicType } from '../topics/topic.type';
import { AnswerType } from './answer.type';

/** What an answer leads to. */
@Resolver(() => AnswerType)
export class AnswerResolver {
  constructor(
    private readonly members: MemberLoader,
    private readonly topics: TopicsReader,
  ) {}

  @ResolveField(() => MemberType, { description: 'Who wrote it.' })
  author(@Parent() answer: AnswerRow, @Context() context: RequestContext): Promise<Member | null> {
    return this.members.load(context.viewerOf(answer.communityId), answer.authorId);
  }

  @ResolveField(() => TopicType, { description: 'The topic that it answers.' })
  topic(@Parent() answer: AnswerRow, @Context() context: RequestContext): Promise<TopicRow | null> {
    return this.topics.load(context.viewerOf(answer.communityId), answer.topicId);
  }

  @ResolveField(() => TopicType, {
    nullable: true,
    description: 'The topic of its own that staff made of it; it is REMOVED here.',
  })
  forkedInto(@Parent() answer: AnswerRow, @Context() context: RequestContext): Promise<TopicRow | null> | null {
    return answer.forkedIntoId ? this.topics.load(context.viewerOf(answer.communityId), answer.forkedIntoId) : null;
  }
}
