import {
  defaultTypeResolver,
  isAbstractType,
  type GraphQLAbstractType,
  type GraphQLSchema,
  type GraphQLTypeResolver,
} from 'graphql';

function steady(type: GraphQLAbstractType): GraphQLTypeResolver<unknown, unknown> {
  const resolveType: GraphQLTypeResolver<unknown, unknown> = type.resolveType ?? defaultTypeResolver;
  return (value, context, info) => {
    try {
      return resolveType(value, context, info, type);
    } catch (error) {
      const rejected = Promise.reject(error);
      rejected.catch(() => undefined); // compiled execution does not look at it, and asks again in plain execution
      return rejected;
    }
  };
}

/**
 * A schema transform: the type resolvers of interfaces and unions do not throw, they reject. Compiled execution
 * calls them where nothing catches, and an operation would never end.
 */
export function steadyTypes(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) if (isAbstractType(type)) type.resolveType = steady(type);
  return schema;
}
