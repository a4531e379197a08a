export { AskAnywayService, type AskAnyway } from './attempts/ask-anyway.service';
export { AskAttempt } from './attempts/ask-attempt.entity';
export { ATTEMPT_DAYS, AskAttemptsReader, type AttemptRef, type OwnAttempt } from './attempts/ask-attempts.reader';
export { AskAttemptEvent } from './attempts/ask-attempt-event.entity';
export { AttemptKeys } from './attempts/attempt-keys';
export { AttemptOutcomesService, type SuggestedRef } from './attempts/attempt-outcomes.service';
export { AttemptStartingService } from './attempts/attempt-starting.service';
export { AttemptSuggestionsService } from './attempts/attempt-suggestions.service';
export { deflectionEntities } from './deflection-entities';
export { DeflectionModule } from './deflection.module';
export { type Assumption, type Figure, FIGURE_UNITS, type FigureUnit, type Measure } from './figures/figure';
export {
  ATTEMPT_LISTS,
  DeflectionRowsReader,
  type AttemptList,
  type ViewedTopic,
} from './figures/deflection-rows.reader';
export { DeflectionService, type Deflection, type DeflectionRequest } from './figures/deflection.service';
export { type AskRate, type HoldOut, type HoldOutMeasure } from './figures/hold-out';
export { type ShareEstimate } from './figures/wilson';
export { type Suggestion, type SuggestionRequest } from './suggestions/suggestion';
export { SuggestionsService } from './suggestions/suggestions.service';
export { SURVEY_ANSWERS, SurveyAnswer, type SurveyAnswerValue } from './surveys/survey-answer.entity';
export { SurveyKeys } from './surveys/survey-keys';
export { SurveysService, type AnswerSurvey } from './surveys/surveys.service';
