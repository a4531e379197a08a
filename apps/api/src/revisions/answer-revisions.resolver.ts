import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { RevisionPages, type Revision, type AnswerRow } from '@app/community';
import { pageRequest, type Connection } from '@app/kernel';
import { AnswerType } from '../answers/answer.type';
import { PageArgs } from '../common/page.args';
import type { RequestContext } from '../common/request-context';
import { RevisionConnection } from './revision.type';

/** The versions of an answer. */
@Resolver(() => AnswerType)
export class AnswerRevisionsResolver {
  constructor(private readonly pages: RevisionPages) {}

  @ResolveField(() => RevisionConnection, { description: 'What its versions said, newest first.' })
  revisions(
    @Parent() answer: AnswerRow,
    @Args() page: PageArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<Revision>> {
    return this.pages.ofAnswer(context.viewerOf(answer.communityId), answer, pageRequest(page));
  }
}
