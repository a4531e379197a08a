import { AskAttemptEvent } from './attempts/ask-attempt-event.entity';
import { AskAttempt } from './attempts/ask-attempt.entity';
import { SurveyAnswer } from './surveys/survey-answer.entity';

/** The tables of ask attempts. */
export const deflectionEntities = [AskAttempt, AskAttemptEvent, SurveyAnswer];
