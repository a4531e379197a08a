import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type OperationDefinitionNode,
} from 'graphql';
import type { CoercedVariables } from '../guard/field-cost';

const CONDITIONS: ReadonlySet<string> = new Set([GraphQLSkipDirective.name, GraphQLIncludeDirective.name]);

/** The variables that decide with `@skip` and `@include` what `document` selects. */
export function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      const value = directive.arguments?.[0]?.value;
      if (CONDITIONS.has(directive.name.value) && value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

function holds(directive: DirectiveNode, variables: CoercedVariables): boolean {
  const value = directive.arguments?.[0]?.value;
  if (value?.kind === Kind.VARIABLE) return variables[value.name.value] === true;
  return value?.kind === Kind.BOOLEAN && value.value;
}

function isLeftOut(directives: readonly DirectiveNode[] | undefined, variables: CoercedVariables): boolean {
  return (directives ?? []).some((directive) => {
    if (directive.name.value === GraphQLSkipDirective.name) return holds(directive, variables);
    return directive.name.value === GraphQLIncludeDirective.name && !holds(directive, variables);
  });
}

/**
 * The document with this one operation, without what `@skip` and `@include` leave out for these variables, and
 * without the two directives: what is left is selected always.
 */
export function prunedDocument(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: CoercedVariables,
): DocumentNode {
  const definitions = document.definitions.filter(
    (definition) => definition === operation || definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  const drop = (node: { readonly directives?: readonly DirectiveNode[] }): null | undefined =>
    isLeftOut(node.directives, variables) ? null : undefined;
  return visit(
    { ...document, definitions },
    {
      Field: { enter: drop },
      InlineFragment: { enter: drop },
      FragmentSpread: { enter: drop },
      Directive: { enter: (directive) => (CONDITIONS.has(directive.name.value) ? null : undefined) },
    },
  );
}
