import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AnswersReader, AnswerWritingService, type AnswerRow, type Viewer } from '@app/community';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { AnswerInput } from './answer.input';
import { AnswerType } from './answer.type';

/** Writes answers. */
@Resolver()
export class AnswerWritingResolver {
  constructor(
    private readonly writing: AnswerWritingService,
    private readonly answers: AnswersReader,
  ) {}

  @Mutation(() => AnswerType, { description: "Answers a topic. The asker's own answer is a follow-up." })
  @Allow('participate')
  async answer(@Args('input') input: AnswerInput, @CurrentViewer() viewer: Viewer): Promise<AnswerRow | null> {
    return this.answers.load(viewer, await this.writing.answer(viewer, input));
  }
}
