import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { getVariableValues, Kind, parse, validate, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { resolverClasses } from '../../schema-text';
import { DocumentGuard } from './document-guard';
import { LIMITS, type LimitKind } from './limits';

const PERSON = 'author { id handle displayName role }';
const EDGES = 'products { id name } tags { id name } viewerHasMeToo viewerFollows';
const TOPIC = `__typename id code title kind status statusLabel resolution createdAt lastActivityAt answerCount replyCount
  meTooCount followerCount viewCount ${PERSON} ${EDGES}`;

/** The pages that people open all day, asked for with all that they can show. */
const PAGES: readonly [name: string, kind: LimitKind, document: string, variables?: Record<string, unknown>][] = [
  [
    'a topic with 20 answers of 3 comments each',
    'anonymous',
    `query ($id: ID!) { topic(id: $id) { ${TOPIC} body bodyHtml version
    comments(first: 3) { nodes { id bodyHtml createdAt authorRole ${PERSON} } pageInfo { hasNextPage endCursor } }
    answers(first: 20) {
      nodes { id body bodyHtml createdAt authorRole starCount viewerHasStarred version ${PERSON}
        comments(first: 3) { nodes { id bodyHtml createdAt authorRole ${PERSON} } pageInfo { hasNextPage endCursor } } }
      pageInfo { hasNextPage endCursor } } } }`,
    { id: 'x' },
  ],
  [
    'a list of 30',
    'anonymous',
    `query { community(slug: "x") { id name topics(first: 30) { nodes { ${TOPIC} } pageInfo { hasNextPage endCursor } } } }`,
  ],
  [
    'a page of what was found',
    'anonymous',
    `query { community(slug: "x") { id search(query: "x", first: 20) { totalCount isExact degraded searchId
      edges { cursor node { ... on Topic { ${TOPIC} } ... on Article { __typename id slug title summary products { id name } } }
        highlights { source segments { text isMatch } } }
      facets { kinds { kind count } statuses { status count } resolutions { resolution count }
        products { product { id name } count } tags { tag { id name } count } }
      pageInfo { hasNextPage endCursor } } } }`,
  ],
  ['a list of 100', 'member', `query { community(slug: "x") { topics(first: 100) { nodes { ${TOPIC} } } } }`],
];

/** The documents of the example, which anybody may copy. */
function exampleDocuments(): string[] {
  const source = readFileSync(join(__dirname, '../../../../../docs/examples/replay/src/documents.ts'), 'utf8');
  return [...source.matchAll(/graphql\(`([^`]*)`\)/g)].map(([, text]) => text ?? '');
}

describe('the limits', () => {
  let schema: GraphQLSchema;

  beforeAll(async () => {
    const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
    schema = await app.get(GraphQLSchemaFactory).create(resolverClasses());
    await app.close();
  });

  const cost = (text: string, kind: LimitKind, variables: Record<string, unknown> = {}): number => {
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    const operation = document.definitions.find(
      (node) => node.kind === Kind.OPERATION_DEFINITION,
    ) as OperationDefinitionNode;
    const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    return new DocumentGuard(schema).check({ document, operation, variables: coerced }, LIMITS[kind]);
  };

  it.each(PAGES)('leave room for %s', (_, kind, document, ...[variables]) => {
    expect(cost(document, kind, variables)).toBeLessThan(0.7 * LIMITS[kind].cost);
  });

  it('leave room for the documents of the example', () => {
    const documents = exampleDocuments();
    expect(documents.length).toBeGreaterThan(5);
    for (const document of documents) expect(cost(document, 'key')).toBeLessThan(0.5 * LIMITS.key.cost);
  });
});
