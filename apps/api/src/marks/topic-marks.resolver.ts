import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MeTooLoader, OfficialAnswerLoader, type AnswerRow, type TopicRow } from '@app/community';
import { AnswerType } from '../answers/answer.type';
import type { RequestContext } from '../common/request-context';
import { TopicType } from '../topics/topic.type';

/** What people and the company have said of a topic. */
@Resolver(() => TopicType)
export class TopicMarksResolver {
  constructor(
    private readonly meToos: MeTooLoader,
    private readonly officialAnswers: OfficialAnswerLoader,
  ) {}

  @ResolveField(() => Boolean, { description: 'Whether the viewer has it too; the one who started it has.' })
  async viewerHasMeToo(@Parent() topic: TopicRow, @Context() context: RequestContext): Promise<boolean> {
    return (await this.meToos.load(context.viewerOf(topic.communityId), topic.id)) ?? false;
  }

  @ResolveField(() => AnswerType, { nullable: true, description: 'The answer that is what the company says.' })
  officialAnswer(@Parent() topic: TopicRow, @Context() context: RequestContext): Promise<AnswerRow | null> {
    return this.officialAnswers.load(context.viewerOf(topic.communityId), topic.id);
  }
}
