import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AnswersReader, OfficialMarkService, type AnswerRow, type OfficialMarking, type Viewer } from '@app/community';
import { AnswerType } from '../answers/answer.type';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { MarkOfficialInput } from './mark-official.input';
import { MarkOfficialPayload } from './mark-official.payload';
import { UnmarkOfficialInput } from './unmark-official.input';
import { UpdateOfficialMarkInput } from './update-official-mark.input';

/** Says which answer is what the company says. */
@Resolver()
export class OfficialMarkResolver {
  constructor(
    private readonly marks: OfficialMarkService,
    private readonly answers: AnswersReader,
  ) {}

  @Mutation(() => MarkOfficialPayload, {
    description:
      "Makes an answer the topic's official one: anybody's answer, one per topic. OFFICIAL_ANSWER_EXISTS names the current one unless it is to be replaced.",
  })
  @Allow('speakForCompany')
  markOfficial(@Args('input') input: MarkOfficialInput, @CurrentViewer() viewer: Viewer): Promise<OfficialMarking> {
    return this.marks.mark(viewer, input);
  }

  @Mutation(() => AnswerType, { description: 'Takes the official mark off an answer, if it has it.' })
  @Allow('speakForCompany')
  async unmarkOfficial(
    @Args('input') { answerId }: UnmarkOfficialInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AnswerRow | null> {
    await this.marks.unmark(viewer, answerId);
    return this.answers.load(viewer, answerId);
  }

  @Mutation(() => AnswerType, {
    description: 'Changes who keeps an official answer true, and when they should look at it again.',
  })
  @Allow('speakForCompany')
  async updateOfficialMark(
    @Args('input') input: UpdateOfficialMarkInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AnswerRow | null> {
    await this.marks.update(viewer, input);
    return this.answers.load(viewer, input.answerId);
  }
}
