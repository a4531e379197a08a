import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AnswerEditingService, AnswersReader, AnswerWritingService, type AnswerRow, type Viewer } from '@app/community';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { found } from '../common/found';
import { AnswerInput, EditAnswerInput } from './answer.input';
import { AnswerType } from './answer.type';

/** Writes answers and changes what they say. */
@Resolver()
export class AnswerWritingResolver {
  constructor(
    private readonly writing: AnswerWritingService,
    private readonly editing: AnswerEditingService,
    private readonly answers: AnswersReader,
  ) {}

  @Mutation(() => AnswerType, { description: "Answers a topic. The asker's own answer is a follow-up." })
  @Allow('participate')
  async answer(@Args('input') input: AnswerInput, @CurrentViewer() viewer: Viewer): Promise<AnswerRow> {
    return found(await this.answers.load(viewer, await this.writing.answer(viewer, input)), 'answer');
  }

  @Mutation(() => AnswerType, {
    description:
      "Changes an answer's text: one's own, or as staff another's; what it said before stays readable. An official answer is changed by those who speak for the company.",
  })
  @Allow('participate')
  async editAnswer(@Args('input') input: EditAnswerInput, @CurrentViewer() viewer: Viewer): Promise<AnswerRow> {
    await this.editing.edit(viewer, input);
    return found(await this.answers.load(viewer, input.answerId), 'answer');
  }
}
