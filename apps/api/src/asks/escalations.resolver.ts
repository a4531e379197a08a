import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TopicsReader, type TopicRow, type Viewer } from '@app/community';
import { pageRequest, type Connection } from '@app/kernel';
import { EscalationsReader, type Escalation } from '@app/superfans';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import type { RequestContext } from '../common/request-context';
import { TopicType } from '../topics/topic.type';
import { EscalationsArgs } from './asks.args';
import { EscalationConnection, EscalationType } from './escalation.type';

/** What staff should answer, since members have not. */
@Resolver(() => EscalationType)
export class EscalationsResolver {
  constructor(
    private readonly escalated: EscalationsReader,
    private readonly topics: TopicsReader,
  ) {}

  @Query(() => EscalationConnection, {
    description:
      'Topics that wait for an answer longer than members take for one, by the history of their product; longest waiting first.',
  })
  @Allow('workTrays')
  escalations(@Args() args: EscalationsArgs, @CurrentViewer() viewer: Viewer): Promise<Connection<Escalation>> {
    return this.escalated.open(viewer, pageRequest(args));
  }

  @ResolveField(() => TopicType, { nullable: true, description: 'The topic; null where the viewer no longer sees it.' })
  topic(@Parent() { communityId, topicId }: Escalation, @Context() context: RequestContext): Promise<TopicRow | null> {
    return this.topics.load(context.viewerOf(communityId), topicId);
  }
}
