import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * Fields for which code would be made, counting each possible type of an interface or union: a topic page takes 600,
 * and each costs some 0.03 ms, once for a document.
 */
const MAX_COMPILED_FIELDS = 1_500;

/** Names that mean something in generated code, or that could meet another one when they are joined by `_`. */
function isRisky(name: string): boolean {
  return name !== '__typename' && (name.includes('_') || name in Object.prototype);
}

/** Judges whether a document may be compiled: all else about it is right, since it was validated. */
export class Compilable {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private left = MAX_COMPILED_FIELDS;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  /**
   * Only queries are compiled: compiled mutations go on after one that failed. Names, introspection, and the size of
   * the code may stand against it as well.
   */
  allows(operation: OperationDefinitionNode): boolean {
    const root = this.schema.getQueryType();
    if (operation.operation !== 'query' || !root) return false;
    const variables = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
    if (variables.some((name) => name.startsWith('__'))) return false;
    return this.allowsSelections(operation.selectionSet, root, 1);
  }

  private allowsSelections(set: SelectionSetNode, type: GraphQLCompositeType, types: number): boolean {
    return set.selections.every((selection) => {
      if (selection.kind !== Kind.FIELD) {
        const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
        const condition = fragment?.typeCondition;
        const inner = condition ? this.schema.getType(condition.name.value) : type;
        return (
          fragment !== undefined && isCompositeType(inner) && this.allowsSelections(fragment.selectionSet, inner, types)
        );
      }
      this.left -= types;
      if (this.left < 0 || isRisky((selection.alias ?? selection.name).value)) return false;
      if (selection.name.value === '__typename') return true;
      const field = 'getFields' in type ? type.getFields()[selection.name.value] : undefined;
      if (!field) return false;
      const inner = getNamedType(field.type);
      if (!selection.selectionSet || !isCompositeType(inner)) return true;
      return this.allowsSelections(selection.selectionSet, inner, types * this.count(inner));
    });
  }

  /** How often the code for a selection on `type` is made; endless where its objects name their own type. */
  private count(type: GraphQLCompositeType): number {
    const possible = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type];
    return possible.some((objectType) => isObjectType(objectType) && objectType.isTypeOf) ? Infinity : possible.length;
  }
}
