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

const services: Provider[] = [
  BadgesLoader,
  CarryService,
  HelpValueService,
  RecognitionLoader,
  RecognitionService,
  RecognitionsReader,
];

/** Who helps, and who is asked next. The database is the application's to provide. */
@Module({
  imports: [CommunityModule, ReputationModule, SimilarityModule],
  providers: services,
  exports: services,
})
export class SuperfansModule {}
