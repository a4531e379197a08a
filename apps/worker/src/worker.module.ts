import { Module, type DynamicModule } from '@nestjs/common';
import { CommunityModule } from '@app/community';
import { DatabaseModule, type DatabaseUrls } from '@app/database';
import { EnvironmentModule, type Environment } from '@app/environment';
import { IdentityModule } from '@app/identity';
import { InterchangeModule } from '@app/interchange';
import { MailModule } from '@app/mail';
import { DeflectionModule } from '@app/deflection';
import { ReputationModule } from '@app/reputation';
import { SuperfansModule } from '@app/superfans';
import { SearchModule } from '@app/search';
import { SimilarityModule } from '@app/similarity';
import { allEntities } from '../../all-entities';
import { jobs } from './jobs';

/** What a worker process is made with. */
export interface WorkerOptions {
  readonly environment: Environment;
  readonly urls: DatabaseUrls;
}

/** The process that does what may be done later. */
@Module({})
export class WorkerModule {
  static with({ environment, urls }: WorkerOptions): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        EnvironmentModule.with(environment),
        DatabaseModule.with({
          urls,
          entities: allEntities,
          poolSize: environment.poolSize,
        }),
        IdentityModule,
        MailModule,
        CommunityModule,
        InterchangeModule,
        SearchModule,
        SimilarityModule,
        DeflectionModule,
        ReputationModule,
        SuperfansModule,
      ],
      providers: jobs,
    };
  }
}
