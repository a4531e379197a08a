import { Module, type Provider } from '@nestjs/common';
import { CommunityModule } from '@app/community';
import { ReputationModule } from '@app/reputation';
import { SimilarityModule } from '@app/similarity';
import { CarryService } from './carry/carry.service';
import { BadgesLoader } from './recognition/badges.loader';
import { RecognitionLoader } from './recognition/recognition.loader';
import { RecognitionService } from './recognition/recognition.service';
import { RecognitionsReader } from './recognition/recognitions.reader';
import { HelpValueService } from './value/help-value.service';
import { AskerCircles } from './candidates/asker-circles';
import { CountedThanksReader } from './candidates/counted-thanks.reader';
import { HelpEvidenceReader } from './candidates/help-evidence.reader';
import { HelpHistoryReader } from './candidates/help-history.reader';
import { LedgerAnomalies } from './candidates/ledger-anomalies';
import { OpenAnomalies } from './candidates/open-anomalies';
import { SuperfansFinder } from './candidates/superfans-finder';
import { SuperfansQueue } from './candidates/superfans-queue';
import { SuperfansReader } from './candidates/superfans.reader';
import { AnswerOutcomesReader } from './evaluation/answer-outcomes.reader';
import { AskMaking } from './asks/asking/ask-making';
import { AsksTidying } from './asks/asking/asks-tidying';
import { OpenRoutes } from './asks/asking/open-routes';
import { RoutingJobs } from './asks/asking/routing-jobs';
import { EscalationsReader } from './asks/escalation/escalations.reader';
import { PeerWindowsReader } from './asks/escalation/peer-windows.reader';
import { RoutingPreferencesReader } from './asks/preferences/routing-preferences.reader';
import { RoutingPreferencesService } from './asks/preferences/routing-preferences.service';
import { LikeThreads } from './asks/serving/like-threads';
import { LiveRouting } from './asks/serving/live-routing';
import { RouterMinds } from './asks/serving/router-minds';
import { RoutingFeed } from './asks/serving/routing-feed';
import { RoutingMinds } from './asks/serving/routing-mind';
import { RoutingRounds } from './asks/serving/routing-rounds';
import { RoutingWarming } from './asks/serving/routing-warming';
import { AskDecidingService } from './asks/tray/ask-deciding.service';
import { AskedPeopleLoader } from './asks/tray/asked-people.loader';
import { OwnAsksReader } from './asks/tray/own-asks.reader';
import { RoutingHistoryReader } from './routing/evaluation/routing-history.reader';
import { LearnedRoutingReader } from './routing/models/learned-routing.reader';
import { RoutingLearningQueue } from './routing/models/routing-learning.queue';
import { RoutingLearningService } from './routing/models/routing-learning.service';

const services: Provider[] = [
  AnswerOutcomesReader,
  AskerCircles,
  AskDecidingService,
  AskMaking,
  AskedPeopleLoader,
  BadgesLoader,
  CarryService,
  CountedThanksReader,
  AsksTidying,
  EscalationsReader,
  HelpEvidenceReader,
  HelpHistoryReader,
  HelpValueService,
  LearnedRoutingReader,
  LikeThreads,
  LiveRouting,
  OpenRoutes,
  OwnAsksReader,
  PeerWindowsReader,
  RecognitionLoader,
  RecognitionService,
  RecognitionsReader,
  RoutingFeed,
  RoutingHistoryReader,
  RoutingJobs,
  RoutingLearningQueue,
  RoutingLearningService,
  RoutingPreferencesReader,
  RoutingPreferencesService,
  RoutingRounds,
  RoutingWarming,
  SuperfansFinder,
  SuperfansQueue,
  SuperfansReader,
  { provide: OpenAnomalies, useClass: LedgerAnomalies },
  { provide: RoutingMinds, useClass: RouterMinds },
];

/** Who helps, and who is asked next. The database is the application's to provide. */
@Module({
  imports: [CommunityModule, ReputationModule, SimilarityModule],
  providers: services,
  exports: services,
})
export class SuperfansModule {}
