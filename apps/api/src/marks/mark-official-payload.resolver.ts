import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AnswersReader, TopicsReader, type AnswerRow, type OfficialMarking, type TopicRow } from '@app/community';
import { AnswerType } from '../answers/answer.type';
import type { RequestContext } from '../common/request-context';
import { TopicType } from '../topics/topic.type';
import { MarkOfficialPayload } from './mark-official.payload';

/** Reads what marking an answer as official has changed. */
@Resolver(() => MarkOfficialPayload)
export class MarkOfficialPayloadResolver {
  constructor(
    private readonly answers: AnswersReader,
    private readonly topics: TopicsReader,
  ) {}

  @ResolveField(() => AnswerType, { description: 'The answer that is official now.' })
  answer(@Parent() marking: OfficialMarking, @Context() context: RequestContext): Promise<AnswerRow | null> {
    return this.answers.load(context.viewerOf(marking.communityId), marking.answerId);
  }

  @ResolveField(() => TopicType, { description: 'The topic that it answers.' })
  topic(@Parent() marking: OfficialMarking, @Context() context: RequestContext): Promise<TopicRow | null> {
    return this.topics.load(context.viewerOf(marking.communityId), marking.topicId);
  }

  @ResolveField(() => AnswerType, { nullable: true, description: 'The answer whose place it took, if it took one.' })
  replaced(@Parent() marking: OfficialMarking, @Context() context: RequestContext): Promise<AnswerRow | null> | null {
    return marking.replacedId ? this.answers.load(context.viewerOf(marking.communityId), marking.replacedId) : null;
  }
}
