import { Context, Extensions, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TopicsReader, type TopicRow } from '@app/community';
import { GlobalId } from '@app/kernel';
import { reasonsInWords, type OwnAsk } from '@app/superfans';
import type { RequestContext } from '../common/request-context';
import { TopicType } from '../topics/topic.type';
import { TopicAskType } from './topic-ask.type';

/** What an ask is about. */
@Resolver(() => TopicAskType)
export class TopicAskResolver {
  constructor(private readonly topics: TopicsReader) {}

  @ResolveField(() => ID, { description: 'Names it in what is said to it. It is no node: others must not find it.' })
  @Extensions({ alwaysResolve: true })
  id(@Parent() { communityId, id }: OwnAsk): string {
    return GlobalId.encode('TopicAsk', communityId, id);
  }

  @ResolveField(() => TopicType, {
    nullable: true,
    description: 'What is to be answered; null where the viewer no longer sees it.',
  })
  topic(@Parent() ask: OwnAsk, @Context() context: RequestContext): Promise<TopicRow | null> {
    return this.topics.load(context.viewerOf(ask.communityId), ask.topicId);
  }

  @ResolveField(() => [String], {
    description: 'Why they are asked, in words: the same that whoever asked the topic reads.',
  })
  @Extensions({ listSize: 5 })
  why(@Parent() { reasons, place }: OwnAsk): string[] {
    return reasonsInWords(reasons, place);
  }
}
