import { Module, type Provider } from '@nestjs/common';
import { CommunityModule } from '@app/community';
import { ReputationModule } from '@app/reputation';
import { SimilarityModule } from '@app/similarity';
import { RoutingHistoryReader } from './routing/evaluation/routing-history.reader';
import { LearnedRoutingReader } from './routing/models/learned-routing.reader';
import { RoutingLearningQueue } from './routing/models/routing-learning.queue';
import { RoutingLearningService } from './routing/models/routing-learning.service';

const services: Provider[] = [LearnedRoutingReader, RoutingHistoryReader, RoutingLearningQueue, RoutingLearningService];

/** Who helps, and who is asked next. The database is the application's to provide. */
@Module({
  imports: [CommunityModule, ReputationModule, SimilarityModule],
  providers: services,
  exports: services,
})
export class SuperfansModule {}
