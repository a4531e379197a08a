import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type OperationTypeNode,
} from 'graphql';
import { refusal } from '../errors/refusal';
import type { DocumentShape } from './document-shape';
import type { GuardLimits } from './limits';

/** The fragments of a document by their names. */
export function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return fragments;
}

/** The operations of a document. */
export function operationsOf(document: DocumentNode): readonly OperationDefinitionNode[] {
  return document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
}

/** Refuses with QUERY_TOO_COMPLEX. */
export function refuse(message: string): never {
  throw refusal('QUERY_TOO_COMPLEX', message);
}

/** Throws a refusal where a document holds too many operations. */
export function checkOperationCount(count: number, limits: GuardLimits): void {
  if (count > limits.operations) refuse('This document has too many operations: send them one by one.');
}

/** Throws a refusal where an operation is too large, whatever the schema says. */
export function checkShape(shape: DocumentShape, kind: `${OperationTypeNode}`, limits: GuardLimits): void {
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
