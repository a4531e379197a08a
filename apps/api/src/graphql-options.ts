import type { ApolloDriverConfig } from '@nestjs/apollo';
import { withGlobalIds } from './common/global-ids';
import { GRAPHQL_PATH } from './graphql-path';
import { apolloOptions, type ApolloSettings } from './graphql/apollo-options';
import type { OpenContext } from './graphql/guarded-context';

/** The GraphQL server of this product: the safe settings, and a schema in which ids are global. */
export function graphqlOptions(
  settings: Omit<ApolloSettings, 'path' | 'context'>,
  context: OpenContext,
): ApolloDriverConfig {
  const options = apolloOptions({ ...settings, path: GRAPHQL_PATH, context });
  return {
    ...options,
    autoSchemaFile: true,
    sortSchema: true,
    transformSchema: async (schema) => withGlobalIds((await options.transformSchema?.(schema)) ?? schema),
  };
}
