import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AnswersReader,
  MemberLoader,
  TopicsReader,
  type AnswerRow,
  type Member,
  type TopicEvent,
  type TopicRow,
} from '@app/community';
import { AnswerType } from '../answers/answer.type';
import type { RequestContext } from '../common/request-context';
import { MemberType } from '../members/member.type';
import { TopicEventType } from './topic-event.type';
import { TopicType } from './topic.type';

/** What an event of a topic leads to. */
@Resolver(() => TopicEventType)
export class TopicEventResolver {
  constructor(
    private readonly members: MemberLoader,
    private readonly answers: AnswersReader,
    private readonly topics: TopicsReader,
  ) {}

  @ResolveField(() => MemberType, { nullable: true, description: 'Who did it; null for what happened by itself.' })
  actor(
    @Parent() { communityId, actorId }: TopicEvent,
    @Context() context: RequestContext,
  ): Promise<Member | null> | null {
    return actorId ? this.members.load(context.viewerOf(communityId), actorId) : null;
  }

  @ResolveField(() => AnswerType, {
    nullable: true,
    description: 'The answer that it is about, where the viewer sees it.',
  })
  answer(
    @Parent() { communityId, answerId }: TopicEvent,
    @Context() context: RequestContext,
  ): Promise<AnswerRow | null> | null {
    return answerId ? this.answers.load(context.viewerOf(communityId), answerId) : null;
  }

  @ResolveField(() => TopicType, {
    nullable: true,
    description: 'The other topic of a merge or a fork, where the viewer sees it.',
  })
  otherTopic(
    @Parent() { communityId, otherId }: TopicEvent,
    @Context() context: RequestContext,
  ): Promise<TopicRow | null> | null {
    return otherId ? this.topics.load(context.viewerOf(communityId), otherId) : null;
  }
}
