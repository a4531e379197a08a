import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';

/** Documents typed by schema.graphql: a field that is not there does not compile. */
export const graphql = initGraphQLTada<{ introspection: introspection; scalars: { DateTime: string } }>();
