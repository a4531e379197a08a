import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ArticlesReader, TopicsReader, type ArticleRow, type TopicRow } from '@app/community';
import { ATTEMPT_DAYS, AttemptKeys, AttemptSuggestionsService, type OwnAttempt, type Suggestion } from '@app/deflection';
import { ArticleType } from '../articles/article.type';
import { DateTime } from '../common/date-time.scalar';
import type { RequestContext } from '../common/request-context';
import { SuggestionType } from '../deflection/suggestion.type';
import { SuggestionsArgs } from '../deflection/suggestions.args';
import { TopicType } from '../topics/topic.type';
import { AskAttemptType } from './ask-attempt.type';

const DAY_MS = 86_400_000;

/** What an attempt shows, and where it led. */
@Resolver(() => AskAttemptType)
export class AskAttemptResolver {
  constructor(
    private readonly service: AttemptSuggestionsService,
    private readonly keys: AttemptKeys,
    private readonly topics: TopicsReader,
    private readonly articles: ArticlesReader,
  ) {}

  @ResolveField(() => [SuggestionType], {
    description:
      'What may make the question needless, best first; none where the attempt is held out, or has asked. Each thing that is shown is kept once.',
  })
  suggestions(
    @Parent() attempt: OwnAttempt,
    @Args() args: SuggestionsArgs,
    @Context() context: RequestContext,
  ): Promise<Suggestion[]> {
    return this.service.suggest(context.viewerOf(attempt.communityId), attempt, args);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'What to give with its id while nobody is logged in; null for the attempt of a member.',
  })
  token(@Parent() attempt: OwnAttempt): string | null {
    return attempt.memberId ? null : this.keys.tokenOf(attempt);
  }

  @ResolveField(() => DateTime, { description: 'Until when it goes on: seven days.' })
  expiresAt(@Parent() { createdAt }: OwnAttempt): Date {
    return new Date(createdAt.getTime() + ATTEMPT_DAYS * DAY_MS);
  }

  @ResolveField(() => TopicType, { nullable: true, description: 'The topic that answered it.' })
  answeredTopic(@Parent() attempt: OwnAttempt, @Context() context: RequestContext): Promise<TopicRow | null> | null {
    return this.topic(context, attempt, attempt.answeredKind === 'TOPIC' ? attempt.answeredId : null);
  }

  @ResolveField(() => ArticleType, { nullable: true, description: 'The article that answered it.' })
  answeredArticle(
    @Parent() { communityId, answeredKind, answeredId }: OwnAttempt,
    @Context() context: RequestContext,
  ): Promise<ArticleRow | null> | null {
    return answeredKind === 'ARTICLE' && answeredId
      ? this.articles.load(context.viewerOf(communityId), answeredId)
      : null;
  }

  @ResolveField(() => TopicType, { nullable: true, description: 'The topic that they have too.' })
  meTooTopic(@Parent() attempt: OwnAttempt, @Context() context: RequestContext): Promise<TopicRow | null> | null {
    return this.topic(context, attempt, attempt.meTooTopicId);
  }

  @ResolveField(() => TopicType, { nullable: true, description: 'The topic that was asked all the same.' })
  askedTopic(@Parent() attempt: OwnAttempt, @Context() context: RequestContext): Promise<TopicRow | null> | null {
    return this.topic(context, attempt, attempt.askedTopicId);
  }

  private topic(
    context: RequestContext,
    { communityId }: OwnAttempt,
    id: string | null,
  ): Promise<TopicRow | null> | null {
    return id ? this.topics.load(context.viewerOf(communityId), id) : null;
  }
}
