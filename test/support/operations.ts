import { randomUUID } from 'node:crypto';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { ALLOW, type Access } from '../../apps/api/src/common/allow.decorator';
import { resolvers } from '../../apps/api/src/resolvers';

/** A query or mutation of the API, and who its resolver says may run it. */
export interface Operation {
  readonly kind: 'Query' | 'Mutation';
  readonly name: string;
  readonly access: Access | undefined;
}

/** Every operation that a resolver answers. */
export function operations(): Operation[] {
  return resolvers
    .filter((provider) => typeof provider === 'function')
    .flatMap(({ prototype }) =>
      Object.getOwnPropertyNames(prototype).flatMap((method) => {
        const handler: unknown = prototype[method];
        const kind: unknown = typeof handler === 'function' && Reflect.getMetadata('graphql:resolver_type', handler);
        if (typeof handler !== 'function' || (kind !== 'Query' && kind !== 'Mutation')) return [];
        const named: unknown = Reflect.getMetadata('graphql:resolver_name', handler);
        return [
          {
            kind,
            name: typeof named === 'string' ? named : method,
            access: Reflect.getMetadata(ALLOW, handler) as Access,
          },
        ];
      }),
    );
}

/** Ids to name in arguments, by what they are ids of. */
export type Ids = Readonly<Record<string, string>>;

/** Which thing an argument of this name is the id of. */
const THINGS: readonly [RegExp, string][] = [
  [/^communityId$|^actsInCommunityId$/, 'Community'],
  [/^(topicId|intoId|nodeId|linkedId|suggestedId|id|ids)$/, 'Topic'],
  [/^searchId$/, 'Search'],
  [/^attemptId$/, 'AskAttempt'],
  [/^recognitionId$/, 'Recognition'],
  [/^entryId$/, 'ReputationEntry'],
  [/^anomalyId$/, 'ReputationAnomaly'],
  [/^disputeId$/, 'ReputationDispute'],
  [/^askId$/, 'TopicAsk'],
  [/^(answerIds?|postId)$/, 'Answer'],
  [/^commentIds?$/, 'Comment'],
  [/^articleId$/, 'Article'],
  [/^(memberId|ownerId|authorId)$/, 'Member'],
  [/[tT]agIds?$/, 'Tag'],
  [/^(productIds?|parentId)$/, 'Product'],
  [/^(itemId|moderationItemId)$/, 'ModerationItem'],
  [/^sessionId$/, 'Session'],
  [/^(keyId|apiKeyId)$/, 'ApiKey'],
];

function idNamed(name: string, ids: Ids): string {
  const thing = THINGS.find(([pattern]) => pattern.test(name))?.[1];
  const id = thing && ids[thing];
  if (!id) throw new Error(`What is "${name}" the id of? Say so in test/support/operations.ts.`);
  return id;
}

function sample(type: GraphQLInputType, name: string, ids: Ids): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [sample(nullable.ofType, name, ids)];
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields()).filter(
      (field) => isNonNullType(field.type) || /Ids?$/.test(field.name),
    );
    return Object.fromEntries(fields.map((field) => [field.name, sample(field.type, field.name, ids)]));
  }
  if (!isScalarType(nullable)) return null;
  if (name === 'idempotencyKey') return randomUUID();
  if (name === 'slug') return ids['slug'];
  const samples: Record<string, unknown> = { Int: 1, Float: 1, Boolean: true, DateTime: '2999-01-01T00:00:00Z' };
  return nullable.name === 'ID' ? idNamed(name, ids) : (samples[nullable.name] ?? 'sample-text');
}

/** A document that runs an operation with arguments made up from the schema and these ids. */
export function documentFor(
  schema: GraphQLSchema,
  { kind, name }: Operation,
  ids: Ids,
): { query: string; variables: object } {
  const field = (kind === 'Query' ? schema.getQueryType() : schema.getMutationType())?.getFields()[name];
  if (!field) throw new Error(`The schema has no ${kind} ${name}.`);
  const args = field.args.filter((arg) => isNonNullType(arg.type) || arg.name === 'slug');
  const head = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const call = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const leaf =
    'getFields' in getNamedType(field.type) || 'getTypes' in getNamedType(field.type) ? '{ __typename }' : '';
  return {
    query: `${kind.toLowerCase()} ${head ? `(${head})` : ''} { ${name}${call ? `(${call})` : ''} ${leaf} }`,
    variables: Object.fromEntries(args.map((arg) => [arg.name, sample(arg.type, arg.name, ids)])),
  };
}
