import { Module, type Provider } from '@nestjs/common';
import { CommunityModule } from '@app/community';
import { ReputationModule } from '@app/reputation';
import { SimilarityModule } from '@app/similarity';
import { CountedThanksReader } from './candidates/counted-thanks.reader';
import { HelpHistoryReader } from './candidates/help-history.reader';
import { OneSidedAccounts } from './candidates/one-sided-accounts';
import { OpenAnomalies } from './candidates/open-anomalies';
import { SuperfansFinder } from './candidates/superfans-finder';
import { SuperfansQueue } from './candidates/superfans-queue';
import { SuperfansReader } from './candidates/superfans.reader';
import { AnswerOutcomesReader } from './evaluation/answer-outcomes.reader';

const services: Provider[] = [
  AnswerOutcomesReader,
  CountedThanksReader,
  HelpHistoryReader,
  { provide: OpenAnomalies, useClass: OneSidedAccounts },
  SuperfansFinder,
  SuperfansQueue,
  SuperfansReader,
];

/** Who helps, and who is asked next. The database is the application's to provide. */
@Module({
  imports: [CommunityModule, ReputationModule, SimilarityModule],
  providers: services,
  exports: services,
})
export class SuperfansModule {}
