import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MemberLoader, TopicsReader, type Member, type TopicRow } from '@app/community';
import type { ReputationEntry } from '@app/reputation';
import type { RequestContext } from '../common/request-context';
import { MemberType } from '../members/member.type';
import { TopicType } from '../topics/topic.type';
import { AnomalyConfirmationType } from './anomaly.type';

/** Who confirmed whom, and where. */
@Resolver(() => AnomalyConfirmationType)
export class AnomalyConfirmationResolver {
  constructor(
    private readonly members: MemberLoader,
    private readonly topics: TopicsReader,
  ) {}

  @ResolveField(() => MemberType, { nullable: true, description: 'Who said it.' })
  actor(
    @Parent() { communityId, actorId }: ReputationEntry,
    @Context() context: RequestContext,
  ): Promise<Member | null> | null {
    return actorId ? this.members.load(context.viewerOf(communityId), actorId) : null;
  }

  @ResolveField(() => MemberType, { nullable: true, description: 'Of whose help.' })
  subject(
    @Parent() { communityId, subjectId }: ReputationEntry,
    @Context() context: RequestContext,
  ): Promise<Member | null> {
    return this.members.load(context.viewerOf(communityId), subjectId);
  }

  @ResolveField(() => TopicType, { nullable: true, description: 'Where.' })
  topic(
    @Parent() { communityId, topicId }: ReputationEntry,
    @Context() context: RequestContext,
  ): Promise<TopicRow | null> {
    return this.topics.load(context.viewerOf(communityId), topicId);
  }
}
