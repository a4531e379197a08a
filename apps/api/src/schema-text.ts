import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { resolvers } from './resolvers';

/** Resolvers are told apart from what stands beside them by the metadata of their decorator. */
const RESOLVER_METADATA = 'graphql:resolver_type';

/** The classes whose methods answer fields. */
export function resolverClasses(): Type[] {
  return resolvers.filter(
    (one): one is Type => typeof one === 'function' && Reflect.hasMetadata(RESOLVER_METADATA, one),
  );
}

/** The schema as `schema.graphql` holds it; made from the code alone, without a database. */
export async function schemaText(): Promise<string> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  const schema = await app.get(GraphQLSchemaFactory).create(resolverClasses());
  await app.close();
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
