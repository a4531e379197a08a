import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AnswersReader, StarService, type AnswerRow, type Viewer } from '@app/community';
import { AnswerType } from '../answers/answer.type';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { StarInput } from './star.input';

/** Gives stars to answers. */
@Resolver()
export class StarResolver {
  constructor(
    private readonly stars: StarService,
    private readonly answers: AnswersReader,
  ) {}

  @Mutation(() => AnswerType, {
    description: "The answer helped the viewer. Once per answer, never one's own; a second time changes nothing.",
  })
  @Allow('participate')
  async starAnswer(@Args('input') { answerId }: StarInput, @CurrentViewer() viewer: Viewer): Promise<AnswerRow | null> {
    await this.stars.star(viewer, answerId);
    return this.answers.load(viewer, answerId);
  }

  @Mutation(() => AnswerType, { description: "Takes the viewer's star back, if there is one." })
  @Allow('participate')
  async takeBackStar(
    @Args('input') { answerId }: StarInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AnswerRow | null> {
    await this.stars.takeBack(viewer, answerId);
    return this.answers.load(viewer, answerId);
  }
}
