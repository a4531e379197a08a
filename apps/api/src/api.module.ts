import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { communityEntities, CommunityModule, ViewersService } from '@app/community';
import { databaseEntities, DatabaseModule, type DatabaseUrls } from '@app/database';
import type { Environment } from '@app/environment';
import { Authenticator, identityEntities, IdentityModule } from '@app/identity';
import { AccessGuard } from './common/access.guard';
import { graphqlOptions } from './graphql-options';
import type { ApolloSettings } from './graphql/apollo-options';
import { RequestContext } from './common/request-context';
import { tokenOf } from './common/token-of';
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
        DatabaseModule.with({
          urls,
          entities: [...databaseEntities, ...identityEntities, ...communityEntities],
          poolSize: environment.poolSize,
        }),
        IdentityModule,
        CommunityModule,
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          imports: [IdentityModule, CommunityModule],
          inject: [Authenticator, ViewersService],
          useFactory: (authenticator: Authenticator, viewers: ViewersService) =>
            graphqlOptions({ ...graphql, production: environment.production }, async (request, reply) => {
              const principal = await authenticator.authenticate(tokenOf(request));
              return new RequestContext(principal, request, reply, viewers);
            }),
        }),
      ],
      providers: [{ provide: APP_GUARD, useClass: AccessGuard }, ...resolvers],
    };
  }
}
