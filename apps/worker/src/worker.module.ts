import { Module, type DynamicModule } from '@nestjs/common';
import { communityEntities, CommunityModule } from '@app/community';
import { databaseEntities, DatabaseModule, type DatabaseUrls } from '@app/database';
import { EnvironmentModule, type Environment } from '@app/environment';
import { identityEntities, IdentityModule } from '@app/identity';
import { interchangeEntities, InterchangeModule } from '@app/interchange';
import { MailModule } from '@app/mail';
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
          entities: [...databaseEntities, ...identityEntities, ...communityEntities, ...interchangeEntities],
          poolSize: environment.poolSize,
        }),
        IdentityModule,
        MailModule,
        CommunityModule,
        InterchangeModule,
      ],
      providers: jobs,
    };
  }
}
