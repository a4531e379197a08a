import { Module, type Provider } from '@nestjs/common';
import { CommunityModule } from '@app/community';
import { IdentityModule } from '@app/identity';
import { SearchModule } from '@app/search';
import { SimilarityModule } from '@app/similarity';
import { AskAnywayService } from './attempts/ask-anyway.service';
import { AskAttemptsReader } from './attempts/ask-attempts.reader';
import { AttemptKeys } from './attempts/attempt-keys';
import { AttemptOutcomesService } from './attempts/attempt-outcomes.service';
import { AttemptStartingService } from './attempts/attempt-starting.service';
import { AttemptSuggestionsService } from './attempts/attempt-suggestions.service';
import { DeflectionCountsReader } from './figures/deflection-counts.reader';
import { DeflectionRowsReader } from './figures/deflection-rows.reader';
import { DeflectionService } from './figures/deflection.service';
import { Candidates } from './suggestions/candidates';
import { SuggestionsService } from './suggestions/suggestions.service';
import { SurveyKeys } from './surveys/survey-keys';
import { SurveysService } from './surveys/surveys.service';

const services: Provider[] = [
  AskAnywayService,
  AskAttemptsReader,
  AttemptKeys,
  AttemptOutcomesService,
  AttemptStartingService,
  AttemptSuggestionsService,
  Candidates,
  DeflectionCountsReader,
  DeflectionRowsReader,
  DeflectionService,
  SuggestionsService,
  SurveyKeys,
  SurveysService,
];

/** Not having to ask. The database is the application's to provide. */
@Module({
  imports: [CommunityModule, IdentityModule, SearchModule, SimilarityModule],
  providers: services,
  exports: services,
})
export class DeflectionModule {}
