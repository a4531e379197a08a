import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { TopicRow, Viewer } from '@app/community';
import { SurveyKeys, SurveysService } from '@app/deflection';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import type { RequestContext } from '../common/request-context';
import { TopicType } from '../topics/topic.type';
import { AnswerSurveyInput } from './survey.input';

/** Asks a share of people whether they found what they needed. */
@Resolver(() => TopicType)
export class SurveyResolver {
  constructor(
    private readonly surveys: SurveysService,
    private readonly keys: SurveyKeys,
  ) {}

  @ResolveField(() => String, {
    nullable: true,
    description:
      'What the survey about this look is answered by, within seven days; null where this look is not drawn to be asked. The same all day.',
  })
  surveyToken(@Parent() { communityId, id }: TopicRow, @Context() context: RequestContext): string | null {
    return this.keys.tokenFor(context.viewerOf(communityId), id, context.client);
  }

  @Mutation(() => Boolean, { description: 'Answers the survey, once; true also where the same was answered before.' })
  @Allow('reader')
  async answerSurvey(
    @Args('input') input: AnswerSurveyInput,
    @CurrentViewer() viewer: Viewer,
    @Context() { client }: RequestContext,
  ): Promise<boolean> {
    await this.surveys.answer(viewer, input, client);
    return true;
  }
}
