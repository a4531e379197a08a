import { Context, Extensions, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AnswersReader, TopicsReader, type AnswerRow, type TopicRow } from '@app/community';
import { GlobalId } from '@app/kernel';
import type { OwnLine } from '@app/reputation';
import { AnswerType } from '../answers/answer.type';
import type { RequestContext } from '../common/request-context';
import { TopicType } from '../topics/topic.type';
import { ReputationLineType } from './reputation.type';

/** What a line of one's own ledger is about, as far as the viewer may still see it. */
@Resolver(() => ReputationLineType)
export class ReputationLineResolver {
  constructor(
    private readonly topics: TopicsReader,
    private readonly answers: AnswersReader,
  ) {}

  @ResolveField(() => ID, { description: 'Names it in what follows. It is no node: others must not find it.' })
  @Extensions({ alwaysResolve: true })
  id(@Parent() { communityId, id }: OwnLine): string {
    return GlobalId.encode('ReputationEntry', communityId, id);
  }

  @ResolveField(() => TopicType, { nullable: true, description: 'Where the help was given; of a link the duplicate.' })
  topic(@Parent() { communityId, topicId }: OwnLine, @Context() context: RequestContext): Promise<TopicRow | null> {
    return this.topics.load(context.viewerOf(communityId), topicId);
  }

  @ResolveField(() => AnswerType, { nullable: true, description: 'The answer that helped.' })
  answer(
    @Parent() { communityId, kind, postId }: OwnLine,
    @Context() context: RequestContext,
  ): Promise<AnswerRow | null> | null {
    return postId && kind !== 'DUPLICATE' ? this.answers.load(context.viewerOf(communityId), postId) : null;
  }

  @ResolveField(() => TopicType, { nullable: true, description: 'The original that the duplicate was linked to.' })
  linkedTopic(
    @Parent() { communityId, kind, postId }: OwnLine,
    @Context() context: RequestContext,
  ): Promise<TopicRow | null> | null {
    return postId && kind === 'DUPLICATE' ? this.topics.load(context.viewerOf(communityId), postId) : null;
  }
}
