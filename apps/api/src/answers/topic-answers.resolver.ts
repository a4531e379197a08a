import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AnswerPages, type AnswerRow, type TopicRow } from '@app/community';
import { pageRequest, type Connection } from '@app/kernel';
import { PageArgs } from '../common/page.args';
import type { RequestContext } from '../common/request-context';
import { TopicType } from '../topics/topic.type';
import { AnswerConnection } from './answer.type';

/** The answers of a topic. */
@Resolver(() => TopicType)
export class TopicAnswersResolver {
  constructor(private readonly pages: AnswerPages) {}

  @ResolveField(() => AnswerConnection, {
    description: 'The answers: official first, then what solved it, then by trusted stars, then by age.',
  })
  answers(
    @Parent() topic: TopicRow,
    @Args() page: PageArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<AnswerRow>> {
    return this.pages.ofTopic(context.viewerOf(topic.communityId), topic, pageRequest(page));
  }
}
