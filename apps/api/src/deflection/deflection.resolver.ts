import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@app/community';
import {
  DeflectionRowsReader,
  DeflectionService,
  type AskAttempt,
  type Deflection,
  type SurveyAnswer,
  type ViewedTopic,
} from '@app/deflection';
import { pageRequest, type Connection } from '@app/kernel';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { PageArgs } from '../common/page.args';
import type { RequestContext } from '../common/request-context';
import { DeflectionArgs } from './deflection.args';
import {
  AttemptListArgs,
  DeflectionAttemptConnection,
  SurveyAnswerConnection,
  ViewedTopicConnection,
} from './deflection-rows.type';
import { DeflectionType } from './deflection.type';

/** Tells leads how often people found their answer before asking, with the rows behind each figure. */
@Resolver(() => DeflectionType)
export class DeflectionResolver {
  constructor(
    private readonly service: DeflectionService,
    private readonly rows: DeflectionRowsReader,
  ) {}

  @Query(() => DeflectionType, {
    description: 'How often people found their answer before asking, within a window and in the one before; for leads.',
  })
  @Allow('lead')
  deflection(@Args() args: DeflectionArgs, @CurrentViewer() viewer: Viewer): Promise<Deflection> {
    return this.service.figures(viewer, args);
  }

  @ResolveField(() => DeflectionAttemptConnection, { description: 'The attempts behind a figure, the newest first.' })
  attempts(
    @Parent() window: Deflection,
    @Args() args: AttemptListArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<AskAttempt>> {
    return this.rows.attempts(context.viewerOf(window.communityId), window, args.list, pageRequest(args));
  }

  @ResolveField(() => SurveyAnswerConnection, { description: 'The answers behind the surveyed figure, newest first.' })
  surveyAnswers(
    @Parent() window: Deflection,
    @Args() page: PageArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<SurveyAnswer>> {
    return this.rows.surveyAnswers(context.viewerOf(window.communityId), window, pageRequest(page));
  }

  @ResolveField(() => ViewedTopicConnection, {
    description: 'The topics behind the modelled figure, the most looked at first.',
  })
  viewedTopics(
    @Parent() window: Deflection,
    @Args() page: PageArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<ViewedTopic>> {
    return this.rows.viewedTopics(context.viewerOf(window.communityId), window, pageRequest(page));
  }
}
