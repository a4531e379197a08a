import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { RevisionPages, type Revision, type TopicRow } from '@app/community';
import { pageRequest, type Connection } from '@app/kernel';
import { PageArgs } from '../common/page.args';
import type { RequestContext } from '../common/request-context';
import { TopicType } from '../topics/topic.type';
import { RevisionConnection } from './revision.type';

/** The versions of a topic. */
@Resolver(() => TopicType)
export class TopicRevisionsResolver {
  constructor(private readonly pages: RevisionPages) {}

  @ResolveField(() => RevisionConnection, { description: 'What its versions said, newest first.' })
  revisions(
    @Parent() topic: TopicRow,
    @Args() page: PageArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<Revision>> {
    return this.pages.ofTopic(context.viewerOf(topic.communityId), topic, pageRequest(page));
  }
}
