import { Module, type Provider } from '@nestjs/common';
import { CommunityModule } from '@app/community';
import { ReputationModule } from '@app/reputation';
import { SimilarityModule } from '@app/similarity';
import { HelpHistoryReader } from './candidates/help-history.reader';
import { AnswerOutcomesReader } from './evaluation/answer-outcomes.reader';

const services: Provider[] = [AnswerOutcomesReader, HelpHistoryReader];

/** Who helps, and who is asked next. The database is the application's to provide. */
@Module({
  imports: [CommunityModule, ReputationModule, SimilarityModule],
  providers: services,
  exports: services,
})
export class SuperfansModule {}
