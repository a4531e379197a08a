import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ArticlesReader, TopicsReader, type ArticleRow, type TopicRow } from '@app/community';
import type { AskAttempt } from '@app/deflection';
import { ArticleType } from '../articles/article.type';
import type { RequestContext } from '../common/request-context';
import { TopicType } from '../topics/topic.type';
import { DeflectionAttemptType } from './deflection-rows.type';

/** Where attempts led. */
@Resolver(() => DeflectionAttemptType)
export class DeflectionAttemptResolver {
  constructor(
    private readonly topics: TopicsReader,
    private readonly articles: ArticlesReader,
  ) {}

  @ResolveField(() => TopicType, { nullable: true, description: 'The topic that answered it.' })
  answeredTopic(
    @Parent() { communityId, answeredKind, answeredId }: AskAttempt,
    @Context() context: RequestContext,
  ): Promise<TopicRow | null> | null {
    return answeredKind === 'TOPIC' && answeredId
      ? this.topics.load(context.viewerOf(communityId), answeredId)
      : null;
  }

  @ResolveField(() => ArticleType, { nullable: true, description: 'The article that answered it.' })
  answeredArticle(
    @Parent() { communityId, answeredKind, answeredId }: AskAttempt,
    @Context() context: RequestContext,
  ): Promise<ArticleRow | null> | null {
    return answeredKind === 'ARTICLE' && answeredId
      ? this.articles.load(context.viewerOf(communityId), answeredId)
      : null;
  }

  @ResolveField(() => TopicType, { nullable: true, description: 'The topic that was asked all the same.' })
  askedTopic(
    @Parent() { communityId, askedTopicId }: AskAttempt,
    @Context() context: RequestContext,
  ): Promise<TopicRow | null> | null {
    return askedTopicId ? this.topics.load(context.viewerOf(communityId), askedTopicId) : null;
  }
}
