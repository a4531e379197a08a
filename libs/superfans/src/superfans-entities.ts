import { AskDay } from './asks/asking/ask-day.entity';
import { TopicAsk } from './asks/asking/topic-ask.entity';
import { TopicRoute } from './asks/asking/topic-route.entity';
import { MutedTag } from './asks/preferences/muted-tag.entity';
import { RoutingPreference } from './asks/preferences/routing-preference.entity';
import { SuperfanCandidate } from './candidates/superfan-candidate.entity';
import { Recognition } from './recognition/recognition.entity';
import { LearnedRouting } from './routing/models/learned-routing.entity';

/** The tables of superfans and of routing. */
export const superfansEntities: (new () => object)[] = [
  AskDay,
  LearnedRouting,
  MutedTag,
  Recognition,
  RoutingPreference,
  SuperfanCandidate,
  TopicAsk,
  TopicRoute,
];
