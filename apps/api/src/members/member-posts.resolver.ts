import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AnswersByAuthor, TopicsByAuthor, type AnswerRow, type Member, type TopicRow } from '@app/community';
import { pageRequest, type Connection } from '@app/kernel';
import { AnswerConnection } from '../answers/answer.type';
import { PageArgs } from '../common/page.args';
import type { RequestContext } from '../common/request-context';
import { TopicConnection } from '../topics/topic.type';
import { MemberType } from './member.type';

/** What a member has written. */
@Resolver(() => MemberType)
export class MemberPostsResolver {
  constructor(
    private readonly topicsBy: TopicsByAuthor,
    private readonly answersBy: AnswersByAuthor,
  ) {}

  @ResolveField(() => TopicConnection, {
    description: 'The topics that they started, the newest first; archived and merged ones are left out.',
  })
  topics(
    @Parent() { communityId, id }: Member,
    @Args() page: PageArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<TopicRow>> {
    const key = { list: 'author', parentId: id, page: pageRequest(page) } as const;
    return this.topicsBy.page(context.viewerOf(communityId), key);
  }

  @ResolveField(() => AnswerConnection, { description: 'What they answered, the newest first.' })
  answers(
    @Parent() { communityId, id }: Member,
    @Args() page: PageArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<AnswerRow>> {
    const key = { list: 'author', parentId: id, page: pageRequest(page) } as const;
    return this.answersBy.page(context.viewerOf(communityId), key);
  }
}
