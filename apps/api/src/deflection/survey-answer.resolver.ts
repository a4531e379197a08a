import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TopicsReader, type TopicRow } from '@app/community';
import type { SurveyAnswer } from '@app/deflection';
import type { RequestContext } from '../common/request-context';
import { TopicType } from '../topics/topic.type';
import { SurveyAnswerType } from './deflection-rows.type';

/** What answers to the survey are about. */
@Resolver(() => SurveyAnswerType)
export class SurveyAnswerResolver {
  constructor(private readonly topics: TopicsReader) {}

  @ResolveField(() => TopicType, {
    nullable: true,
    description: 'The topic that was looked at; null where it is about an attempt at asking.',
  })
  topic(
    @Parent() { communityId, topicId }: SurveyAnswer,
    @Context() context: RequestContext,
  ): Promise<TopicRow | null> | null {
    return topicId ? this.topics.load(context.viewerOf(communityId), topicId) : null;
  }
}
