import { Module, type DynamicModule } from '@nestjs/common';
import { communityEntities, CommunityModule } from '@app/community';
import { databaseEntities, DatabaseModule, type DatabaseUrls } from '@app/database';
import { EnvironmentModule, type Environment } from '@app/environment';
import { identityEntities, IdentityModule } from '@app/identity';
import { interchangeEntities } from '@app/interchange';

/** Two connections are enough for one command at a time. */
const POOL_SIZE = 2;

/** What commands work with. */
@Module({})
export class CliModule {
  static with(environment: Environment, urls: DatabaseUrls): DynamicModule {
    const entities = [...databaseEntities, ...identityEntities, ...communityEntities, ...interchangeEntities];
    return {
      module: CliModule,
      imports: [
        EnvironmentModule.with(environment),
        DatabaseModule.with({ urls, entities, poolSize: POOL_SIZE }),
        IdentityModule,
        CommunityModule,
      ],
    };
  }
}
