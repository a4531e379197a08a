import { Module, type DynamicModule } from '@nestjs/common';
import { CommunityModule } from '@app/community';
import { DatabaseModule, type DatabaseUrls } from '@app/database';
import { EnvironmentModule, type Environment } from '@app/environment';
import { IdentityModule } from '@app/identity';
import { ReputationModule } from '@app/reputation';
import { SearchModule } from '@app/search';
import { SimilarityModule } from '@app/similarity';
import { SuperfansModule } from '@app/superfans';
import { allEntities } from '../../all-entities';

/** Two connections are enough for one command at a time. */
const POOL_SIZE = 2;

/** What commands work with. */
@Module({})
export class CliModule {
  static with(environment: Environment, urls: DatabaseUrls): DynamicModule {
    return {
      module: CliModule,
      imports: [
        EnvironmentModule.with(environment),
        DatabaseModule.with({ urls, entities: allEntities, poolSize: POOL_SIZE }),
        IdentityModule,
        CommunityModule,
        SearchModule,
        SimilarityModule,
        ReputationModule,
        SuperfansModule,
      ],
    };
  }
}
