import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AnswersReader,
  MemberLoader,
  SolvedMarkService,
  type AnswerRow,
  type Member,
  type SolvedMark,
  type Viewer,
} from '@app/community';
import { AnswerType } from '../answers/answer.type';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import type { RequestContext } from '../common/request-context';
import { MemberType } from '../members/member.type';
import { SolvedMarkInput } from './solved-mark.input';
import { SolvedMarkType } from './solved-mark.type';

/** Says what solved a topic. */
@Resolver(() => SolvedMarkType)
export class SolvedMarkResolver {
  constructor(
    private readonly marks: SolvedMarkService,
    private readonly answers: AnswersReader,
    private readonly members: MemberLoader,
  ) {}

  @Mutation(() => AnswerType, {
    description:
      'Whoever started the topic says that this answer solved it; several answers may have. Also once closed.',
  })
  @Allow('participate')
  async markSolved(
    @Args('input') { answerId }: SolvedMarkInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AnswerRow | null> {
    await this.marks.mark(viewer, answerId);
    return this.answers.load(viewer, answerId);
  }

  @Mutation(() => AnswerType, { description: 'Whoever started the topic says that this answer did not solve it.' })
  @Allow('participate')
  async unmarkSolved(
    @Args('input') { answerId }: SolvedMarkInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AnswerRow | null> {
    await this.marks.unmark(viewer, answerId);
    return this.answers.load(viewer, answerId);
  }

  @ResolveField(() => MemberType, { description: 'Who says so.' })
  markedBy(@Parent() mark: SolvedMark, @Context() context: RequestContext): Promise<Member | null> {
    return this.members.load(context.viewerOf(mark.communityId), mark.memberId);
  }
}
