import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Community } from '@app/community';
import { SuggestionsService, type Suggestion } from '@app/deflection';
import { CommunityType } from '../communities/community.type';
import type { RequestContext } from '../common/request-context';
import { SuggestionType } from './suggestion.type';
import { SuggestionsArgs } from './suggestions.args';

/** What a community knows already of what somebody is about to ask. */
@Resolver(() => CommunityType)
export class CommunitySuggestionsResolver {
  constructor(private readonly service: SuggestionsService) {}

  @ResolveField(() => [SuggestionType], {
    description:
      'What may make a question needless, best first, for each letter that is typed. To have it kept what was shown and what came of it, ask for the suggestions of an AskAttempt instead.',
  })
  suggestions(
    @Parent() community: Community,
    @Args() args: SuggestionsArgs,
    @Context() context: RequestContext,
  ): Promise<Suggestion[]> {
    return this.service.suggest(context.viewerOf(community.id), args);
  }
}
