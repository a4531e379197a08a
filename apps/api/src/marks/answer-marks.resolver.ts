import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  OfficialMarkLoader,
  SolvedMarkLoader,
  StarLoader,
  type AnswerRow,
  type OfficialMark,
  type SolvedMark,
} from '@app/community';
import { AnswerType } from '../answers/answer.type';
import type { RequestContext } from '../common/request-context';
import { OfficialMarkType } from './official-mark.type';
import { SolvedMarkType } from './solved-mark.type';

/** The marks of an answer, with who and when. */
@Resolver(() => AnswerType)
export class AnswerMarksResolver {
  constructor(
    private readonly stars: StarLoader,
    private readonly officialMarks: OfficialMarkLoader,
    private readonly solvedMarks: SolvedMarkLoader,
  ) {}

  @ResolveField(() => Boolean, { description: 'Whether the viewer has starred it.' })
  async viewerHasStarred(@Parent() answer: AnswerRow, @Context() context: RequestContext): Promise<boolean> {
    return (await this.stars.load(context.viewerOf(answer.communityId), answer.id)) ?? false;
  }

  @ResolveField(() => OfficialMarkType, { nullable: true, description: 'Who made it official; null where it is not.' })
  officialMark(@Parent() answer: AnswerRow, @Context() context: RequestContext): Promise<OfficialMark | null> | null {
    return answer.official ? this.officialMarks.load(context.viewerOf(answer.communityId), answer.id) : null;
  }

  @ResolveField(() => SolvedMarkType, { nullable: true, description: 'Who says that it solved it; null where nobody.' })
  solvedMark(@Parent() answer: AnswerRow, @Context() context: RequestContext): Promise<SolvedMark | null> | null {
    return answer.solved ? this.solvedMarks.load(context.viewerOf(answer.communityId), answer.id) : null;
  }
}
