import { getVariableValues, GraphQLError, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { prunedDocument } from '../../../apps/api/src/graphql/execution/pruned-document';
import { DocumentGuard } from '../../../apps/api/src/graphql/guard/document-guard';
import { LIMITS } from '../../../apps/api/src/graphql/guard/limits';
import type { AttackDocument } from './attack-documents';
import { communitySchema } from './community-schema';

/** Weaknesses that can be planted in what the guard sees. */
export type Mutant =
  'no variable defaults' | 'no __typename' | 'skipped is free' | 'nothing is sensitive' | 'no page limit';

const schema = communitySchema();
const insensitive = communitySchema();
for (const field of Object.values(insensitive.getMutationType()?.getFields() ?? {})) field.extensions = {};

/** The cost of a document where the guard lets it pass, else how it refuses it. */
export function judge(
  text: string,
  { kind = 'anonymous', variables = {}, mutant }: AttackDocument & { mutant?: Mutant } = {},
): number | string {
  let document = parse(mutant === 'no __typename' ? text.replaceAll(/\w+: ?__typename/g, '') : text);
  const operationOf = (): OperationDefinitionNode =>
    document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  const { coerced } = getVariableValues(schema, operationOf().variableDefinitions ?? [], variables);
  if (!coerced) return 'no such variables';
  if (mutant === 'skipped is free') document = prunedDocument(document, operationOf(), coerced);
  const guard = new DocumentGuard(mutant === 'nothing is sensitive' ? insensitive : schema);
  const seen = mutant === 'no variable defaults' ? variables : coerced;
  const limits = mutant === 'no page limit' ? { ...LIMITS[kind], pageSize: Infinity } : LIMITS[kind];
  try {
    return guard.check({ document, operation: operationOf(), variables: seen }, limits);
  } catch (error) {
    if (error instanceof GraphQLError) return `${error.extensions['code']}: ${error.message}`;
    throw error;
  }
}
