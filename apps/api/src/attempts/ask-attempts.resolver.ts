import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@app/community';
import { AskAttemptsReader, AttemptOutcomesService, AttemptStartingService, type OwnAttempt } from '@app/deflection';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { keyOf } from '../common/node-id.decorator';
import type { RequestContext } from '../common/request-context';
import { AskAttemptType } from './ask-attempt.type';
import { MeTooInsteadInput, StartAskAttemptInput, SuggestedInput } from './attempt.input';

/** Lets people begin to ask, and say what came of it. */
@Resolver()
export class AskAttemptsResolver {
  constructor(
    private readonly starting: AttemptStartingService,
    private readonly attempts: AskAttemptsReader,
    private readonly outcomes: AttemptOutcomesService,
  ) {}

  @Query(() => AskAttemptType, {
    description: "One of the viewer's own attempts of the last seven days; NOT_FOUND for any other.",
  })
  @Allow('reader')
  askAttempt(
    @Args('id', { type: () => ID, description: 'The id of an AskAttempt.' }) id: string,
    @Args('token', { type: () => String, nullable: true, description: 'Its token, where nobody was logged in.' })
    token: string | null,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OwnAttempt> {
    return this.attempts.get(viewer, { attemptId: keyOf(id, 'AskAttempt'), token });
  }

  @Mutation(() => AskAttemptType, {
    description:
      'Begins to ask, logged in or not: ask for suggestions within it while somebody types, and give its id with `ask`.',
  })
  @Allow('reader')
  startAskAttempt(
    @Args('input') { idempotencyKey }: StartAskAttemptInput,
    @CurrentViewer() viewer: Viewer,
    @Context() { client }: RequestContext,
  ): Promise<OwnAttempt> {
    return this.starting.start(viewer, idempotencyKey, client);
  }

  @Mutation(() => AskAttemptType, { description: 'A suggestion was looked at. A second time changes nothing.' })
  @Allow('reader')
  openSuggestion(@Args('input') input: SuggestedInput, @CurrentViewer() viewer: Viewer): Promise<OwnAttempt> {
    return this.outcomes.open(viewer, input, input.suggestedId);
  }

  @Mutation(() => AskAttemptType, {
    description: 'A suggestion answered the question. A second time changes nothing; of two, the first one counts.',
  })
  @Allow('reader')
  thisAnsweredMe(@Args('input') input: SuggestedInput, @CurrentViewer() viewer: Viewer): Promise<OwnAttempt> {
    return this.outcomes.answeredMe(viewer, input, input.suggestedId);
  }

  @Mutation(() => AskAttemptType, {
    description: 'The viewer has a suggested topic too, and says so instead of asking: the same as meToo, kept with it.',
  })
  @Allow('participate')
  meTooInstead(@Args('input') input: MeTooInsteadInput, @CurrentViewer() viewer: Viewer): Promise<OwnAttempt> {
    return this.outcomes.meTooInstead(viewer, input, input.topicId);
  }
}
