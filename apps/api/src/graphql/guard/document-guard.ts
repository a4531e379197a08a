import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { refusal } from '../errors/refusal';
import { DocumentCost } from './document-cost';
import { DocumentMeasure, type DocumentShape } from './document-shape';
import type { CoercedVariables } from './field-cost';
import type { GuardLimits } from './limits';

/** One operation of a valid document, about to be executed. */
export interface GuardedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The variables with their defaults, as `getVariableValues` of graphql gives them. */
  readonly variables: CoercedVariables;
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return fragments;
}

function refuse(message: string): never {
  throw refusal('QUERY_TOO_COMPLEX', message);
}

function checkShape(shape: DocumentShape, kind: 'query' | 'mutation' | 'subscription', limits: GuardLimits): void {
  if (shape.depth > limits.depth) refuse('This document is nested too deep: ask for fewer levels at once.');
  if (shape.fields > limits.fields) refuse('This document has too many fields: split it into several.');
  if (shape.aliases > limits.aliases) refuse('This document has too many aliases: split it into several.');
  if (shape.duplicates > limits.duplicates) refuse('This document repeats itself: name each field once.');
  if (shape.direct > limits.rootFields[kind]) {
    refuse('This document has too many fields on its first level: split it into several.');
  }
  if (shape.nesting > limits.nesting) {
    throw refusal('BAD_USER_INPUT', 'The arguments are nested too deep: send flatter values.');
  }
}

/** Decides whether an operation may be executed, before anything of it is. */
export class DocumentGuard {
  constructor(private readonly schema: GraphQLSchema) {}

  /**
   * The cost of the operation in points. Throws a refusal with QUERY_TOO_COMPLEX where it is beyond `limits`, or
   * BAD_USER_INPUT where a page size is out of range. Time is linear in the size of the document.
   */
  check({ document, operation, variables }: GuardedOperation, limits: GuardLimits): number {
    const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length;
    if (operations > limits.operations) refuse('This document has too many operations: send them one by one.');
    const fragments = fragmentsOf(document);
    checkShape(new DocumentMeasure(fragments).measure(operation.selectionSet), operation.operation, limits);

    const root = this.schema.getRootType(operation.operation);
    if (!root) return 0;
    const pricing = new DocumentCost(this.schema, { fragments, variables, maxPage: limits.pageSize });
    const { cost, sensitive } = pricing.ofOperation(root, operation.selectionSet);
    if (sensitive > 1) refuse('A field that takes or sends credentials may stand only once in a document: send one.');
    if (cost > limits.cost) refuse('This document may answer with too much: ask for fewer fields or smaller pages.');
    return cost;
  }
}
