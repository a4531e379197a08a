import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { CommunityModule, ViewersService } from '@app/community';
import { DatabaseModule, type DatabaseUrls } from '@app/database';
import { EnvironmentModule, type Environment } from '@app/environment';
import { Authenticator, CredentialUse, IdentityModule } from '@app/identity';
import { InterchangeModule } from '@app/interchange';
import { DeflectionModule } from '@app/deflection';
import { ReputationModule } from '@app/reputation';
import { SuperfansModule } from '@app/superfans';
import { SearchModule } from '@app/search';
import { SimilarityModule } from '@app/similarity';
import { allEntities } from '../../all-entities';
import { AccessGuard } from './common/access.guard';
import { DataExportController } from './exports/data-export.controller';
import { HealthController } from './health/health.controller';
import { graphqlOptions } from './graphql-options';
import type { ApolloSettings } from './graphql/apollo-options';
import { contextOpener } from './common/context-opener';
import { SessionCookie } from './common/session-cookie';
import { RedirectsController } from './redirects/redirects.controller';
import { resolvers } from './resolvers';

/** What an API process is made with. */
export interface ApiOptions {
  readonly environment: Environment;
  readonly urls: DatabaseUrls;
  /** Settings of the GraphQL server other than those it serves with: for measuring. */
  readonly graphql?: Pick<ApolloSettings, 'limits' | 'compiledQueries'>;
}

/** The process that speaks GraphQL. */
@Module({})
export class ApiModule {
  static with({ environment, urls, graphql = {} }: ApiOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        EnvironmentModule.with(environment),
        DatabaseModule.with({
          urls,
          entities: allEntities,
          poolSize: environment.poolSize,
        }),
        IdentityModule,
        CommunityModule,
        InterchangeModule,
        SearchModule,
        SimilarityModule,
        DeflectionModule,
        ReputationModule,
        SuperfansModule,
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          imports: [IdentityModule, CommunityModule],
          inject: [Authenticator, ViewersService, CredentialUse],
          useFactory: (authenticator: Authenticator, viewers: ViewersService, use: CredentialUse) => {
            const cookie = new SessionCookie(environment.publicUrl);
            const open = contextOpener({ authenticator, viewers, use, cookie });
            return graphqlOptions({ ...graphql, production: environment.production }, open);
          },
        }),
      ],
      controllers: [HealthController, DataExportController, RedirectsController],
      providers: [{ provide: APP_GUARD, useClass: AccessGuard }, ...resolvers],
    };
  }
}
